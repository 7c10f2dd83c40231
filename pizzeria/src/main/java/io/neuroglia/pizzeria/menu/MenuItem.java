package io.neuroglia.pizzeria.menu;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.neuroglia.pizzeria.money.Money;
import java.util.List;

/**
 * One line of the menu.
 *
 * @param id by which it is ordered
 * @param name for people
 * @param description what is in it
 * @param basePrice of a medium one without toppings
 * @param category where on the menu
 * @param preparationTimeMinutes how long the kitchen needs
 * @param availableSizes all sizes
 * @param availableToppings what one may have on it
 * @param seasonal whether it is offered for a season only
 */
public record MenuItem(
        String id,
        String name,
        String description,
        Money basePrice,
        Category category,
        int preparationTimeMinutes,
        List<PizzaSize> availableSizes,
        List<String> availableToppings,
        @JsonProperty("is_seasonal") boolean seasonal) {

    static MenuItem of(Pizza pizza) {
        PizzaDescription is = pizza.description();
        return new MenuItem(
                pizza.id(),
                is.name(),
                is.description(),
                is.basePrice(),
                is.category(),
                is.preparationTimeMinutes(),
                List.of(PizzaSize.values()),
                is.availableToppings(),
                is.seasonal());
    }
}
