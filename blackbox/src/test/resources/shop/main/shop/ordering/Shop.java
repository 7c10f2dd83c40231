package shop.ordering;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import java.lang.reflect.Constructor;
import java.util.ServiceLoader;
import shop.customers.Customers;

/** Sends each message of the shop once, and prints what became of it. */
public final class Shop {
    private Shop() {}

    public static void main(String[] arguments) {
        Mediator mediator = open();
        System.out.println(mediator.execute(new PlaceOrder("margherita")).data());
        System.out.println(mediator.execute(new Orders.Find(3)).data());
        System.out.println(mediator.execute(new Orders.Find(10)));
        mediator.publish(new Orders.Placed("margherita"));
        System.out.println(Customers.create(mediator, "Mario"));
    }

    static Mediator open() {
        MediatorBuilder builder = Mediator.builder();
        ServiceLoader.load(HandlerIndex.class).forEach(index -> builder.index(index, Shop::make));
        return builder.build();
    }

    private static <T> T make(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName(), e);
        }
    }
}
