package io.neuroglia.pizzeria.ordering;

import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Where an order and its pizzas stand.
 *
 * @param orderId identifies the order
 * @param status of the order
 * @param customerName who ordered
 * @param orderTime when it was placed
 * @param estimatedReadyTime when it is expected to be ready
 * @param totalAmount what it costs
 * @param pizzas in the order given
 */
public record OrderProgress(
        String orderId,
        OrderStatus status,
        String customerName,
        Instant orderTime,
        Instant estimatedReadyTime,
        Money totalAmount,
        List<PizzaProgress> pizzas) {

    /**
     * Where one pizza stands.
     *
     * @param name for people
     * @param size of the pizza
     * @param toppings on it
     * @param status of the pizza
     */
    public record PizzaProgress(String name, PizzaSize size, List<String> toppings, PizzaStatus status) {}
}
