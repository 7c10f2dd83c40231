package io.neuroglia.benchmarks.publish;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.NotIndexed;
import java.util.List;
import org.springframework.context.event.EventListener;

/** Those who listen: each adds up pizzas, and is a handler to us as well as to Spring, so that both call the same method. */
@NotIndexed
final class Listeners {
    private final Kitchen kitchen = new Kitchen();
    private final Statistics statistics = new Statistics();
    private final Billing billing = new Billing();

    /** The first of them. */
    List<EventHandler<OrderPlaced>> first(int count) {
        return List.of(kitchen, statistics, billing).subList(0, count);
    }

    /** All pizzas of which they heard. */
    long pizzas() {
        return kitchen.pizzas + statistics.pizzas + billing.pizzas;
    }

    private static final class Kitchen implements EventHandler<OrderPlaced> {
        private long pizzas;

        @Override
        @EventListener
        public void handle(OrderPlaced event) {
            pizzas += event.pizzas();
        }
    }

    private static final class Statistics implements EventHandler<OrderPlaced> {
        private long pizzas;

        @Override
        @EventListener
        public void handle(OrderPlaced event) {
            pizzas += event.pizzas();
        }
    }

    private static final class Billing implements EventHandler<OrderPlaced> {
        private long pizzas;

        @Override
        @EventListener
        public void handle(OrderPlaced event) {
            pizzas += event.pizzas();
        }
    }
}
