package io.neuroglia.pizzeria.ordering;

import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.money.Money;
import java.util.List;

/**
 * One pizza of an order, with name and price as they were when it was ordered.
 *
 * @param pizzaId names it on the menu
 * @param name for people
 * @param size of the pizza
 * @param toppings on it
 * @param specialInstructions for the kitchen, may be empty
 * @param price with its toppings
 * @param preparationTimeMinutes how long the kitchen needs
 * @param status where it stands
 */
public record OrderPizza(
        String pizzaId,
        String name,
        PizzaSize size,
        List<String> toppings,
        String specialInstructions,
        Money price,
        int preparationTimeMinutes,
        PizzaStatus status) {
    /** Copies the toppings. */
    public OrderPizza {
        toppings = List.copyOf(toppings);
    }

    OrderPizza with(PizzaStatus now) {
        return new OrderPizza(pizzaId, name, size, toppings, specialInstructions, price, preparationTimeMinutes, now);
    }
}
