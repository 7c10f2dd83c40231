package io.neuroglia.pizzeria.ordering;

import java.time.Instant;
import java.util.List;

/** How an order is stored. */
record OrderState(
        String id,
        Customer customer,
        List<OrderPizza> pizzas,
        PaymentMethod paymentMethod,
        OrderSource source,
        OrderStatus status,
        Instant orderTime,
        Instant estimatedReadyTime) {
    OrderState {
        pizzas = List.copyOf(pizzas);
    }

    static OrderState of(Order order) {
        return new OrderState(
                order.id(),
                order.customer(),
                order.pizzas(),
                order.paymentMethod(),
                order.source(),
                order.status(),
                order.orderTime(),
                order.estimatedReadyTime());
    }
}
