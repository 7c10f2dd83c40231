package pizza.application;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import java.util.ServiceLoader;
import pizza.contract.BakePizza;
import pizza.contract.DeliverPizza;
import pizza.kitchen.Kitchen;

/** Merges the indexes of all modules. */
public final class Pizzeria {
    private Pizzeria() {}

    public static void main(String[] arguments) {
        MediatorBuilder builder = Mediator.builder();
        ServiceLoader.load(HandlerIndex.class).forEach(index -> builder.index(index, Pizzeria::make));
        Mediator mediator = builder.build();
        System.out.println(mediator.execute(new BakePizza("margherita")).data());
        System.out.println(mediator.execute(new DeliverPizza("1 Mushroom Way")).data());
        System.out.println(Pizzeria.class.getModule().isNamed() ? "on the module path" : "on the class path");
    }

    private static <T> T make(Class<T> type) {
        return type.cast(type == DeliverPizzaHandler.class ? new DeliverPizzaHandler() : Kitchen.make(type));
    }
}
