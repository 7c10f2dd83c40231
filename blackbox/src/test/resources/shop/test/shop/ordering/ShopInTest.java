package shop.ordering;

import io.neuroglia.mediation.Mediator;

/** Sends a message of the tests and one of the shop. */
public final class ShopInTest {
    private ShopInTest() {}

    public static void main(String[] arguments) {
        Mediator mediator = Shop.open();
        System.out.println(mediator.execute(new Ping()).data());
        System.out.println(mediator.execute(new PlaceOrder("calzone")).data());
    }
}
