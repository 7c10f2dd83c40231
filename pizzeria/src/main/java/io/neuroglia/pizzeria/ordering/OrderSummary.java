package io.neuroglia.pizzeria.ordering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neuroglia.mapping.Mapper;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short form of an order.
 *
 * @param orderId identifies the order
 * @param status of the order
 * @param totalAmount what it costs
 * @param pizzaCount how many pizzas it has
 * @param estimatedReadyTime when it is expected to be ready; null unless asked for
 * @param pizzas in the order given; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderSummary(
        String orderId,
        OrderStatus status,
        Money totalAmount,
        int pizzaCount,
        @Nullable Instant estimatedReadyTime,
        @Nullable List<PizzaSummary> pizzas) {

    static OrderSummary of(Order order, GetOrderSummaryQuery query, Mapper mapper) {
        return new OrderSummary(
                order.id(),
                order.status(),
                order.totalAmount(),
                order.pizzas().size(),
                query.includeEstimatedTime() ? order.estimatedReadyTime() : null,
                query.includePizzaDetails() ? mapper.mapAll(order.pizzas(), PizzaSummary.class) : null);
    }

    /**
     * One pizza of the order.
     *
     * @param pizzaId names it on the menu
     * @param name for people
     * @param size of the pizza
     * @param toppings on it
     * @param specialInstructions for the kitchen, may be empty
     * @param price with its toppings
     * @param status of the pizza
     */
    public record PizzaSummary(
            String pizzaId,
            String name,
            PizzaSize size,
            List<String> toppings,
            String specialInstructions,
            Money price,
            PizzaStatus status) {}
}
