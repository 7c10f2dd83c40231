package shop.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.neuroglia.mediation.Mediator;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void messages_of_tests_and_of_the_shop_are_handled() {
        Mediator mediator = Shop.open();

        assertEquals("pong", mediator.execute(new Ping()).data());
        assertEquals("placed calzone", mediator.execute(new PlaceOrder("calzone")).data());
    }
}
