package io.neuroglia.pizzeria.menu;

import io.neuroglia.pizzeria.money.Money;
import java.util.List;

/**
 * What is on the menu.
 *
 * @param name for people
 * @param description what is in it
 * @param basePrice of a medium one without toppings
 * @param category where on the menu
 * @param preparationTimeMinutes how long the kitchen needs
 * @param availableToppings what one may have on it
 * @param seasonal whether it is offered for a season only
 */
public record PizzaDescription(
        String name,
        String description,
        Money basePrice,
        Category category,
        int preparationTimeMinutes,
        List<String> availableToppings,
        boolean seasonal) {
    /** Copies the toppings. */
    public PizzaDescription {
        availableToppings = List.copyOf(availableToppings);
    }
}
