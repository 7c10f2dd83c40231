package io.neuroglia.pizzeria.ordering;

import io.neuroglia.pizzeria.ordering.OrderProgress.PizzaProgress;
import io.neuroglia.pizzeria.ordering.OrderSummary.PizzaSummary;
import org.mapstruct.Mapper;

/** What others see of orders and their pizzas. */
@Mapper
interface OrderMapper {
    PizzaProgress toProgress(OrderPizza pizza);

    PizzaSummary toSummary(OrderPizza pizza);

    default OrderProgress toProgress(Order order) {
        return new OrderProgress(
                order.id(),
                order.status(),
                order.customer().name(),
                order.orderTime(),
                order.estimatedReadyTime(),
                order.totalAmount(),
                order.pizzas().stream().map(pizza -> toProgress(pizza)).toList());
    }
}
