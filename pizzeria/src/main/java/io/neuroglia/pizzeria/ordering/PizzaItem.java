package io.neuroglia.pizzeria.ordering;

import io.neuroglia.pizzeria.text.Text;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One pizza that a customer wants.
 *
 * @param pizzaId names it on the menu
 * @param size name of a size
 * @param toppings what the customer wants on it
 * @param specialInstructions for the kitchen, may be empty
 */
public record PizzaItem(
        @Text(name = "Pizza id", max = 100) String pizzaId,
        String size,

        @Size(max = 20, message = "A pizza takes at most 20 toppings")
        List<@Text(name = "Topping", max = 100) String> toppings,

        @Text(name = "Special instructions", max = 200, required = false)
        String specialInstructions) {
    /** Copies the toppings. */
    public PizzaItem {
        toppings = List.copyOf(toppings);
    }
}
