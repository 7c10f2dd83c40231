package shop.customers;

import io.neuroglia.mediation.Mediator;

/** What the rest of the application knows of customers. */
public final class Customers {
    private Customers() {}

    public static String create(Mediator mediator, String name) {
        return mediator.execute(new CreateCustomer(name)).data().toString();
    }
}
