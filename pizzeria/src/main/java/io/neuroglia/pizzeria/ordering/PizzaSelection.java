package io.neuroglia.pizzeria.ordering;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.neuroglia.data.Repository;
import io.neuroglia.pizzeria.menu.Pizza;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up on the menu what a customer wants, and prices it. Thread-safe. */
final class PizzaSelection {
    private final Repository<Pizza, String> menu;

    PizzaSelection(Repository<Pizza, String> menu) {
        this.menu = menu;
    }

    OperationResult<List<OrderPizza>> select(List<PizzaItem> items) {
        Set<String> ids = items.stream().map(PizzaItem::pizzaId).collect(toSet());
        Map<String, Pizza> pizzas = menu.findByIds(ids).stream().collect(toMap(Pizza::id, identity()));
        if (!pizzas.keySet().equals(ids)) {
            return OperationResult.badRequest("One or more pizzas are not available");
        }
        List<FieldError> errors = new ArrayList<>();
        List<OrderPizza> selected = new ArrayList<>();
        for (PizzaItem item : items) {
            Pizza pizza = requireNonNull(pizzas.get(item.pizzaId()));
            errors.addAll(unavailableToppings(item, pizza, "pizzaItems[" + selected.size() + "]"));
            selected.add(priced(item, pizza));
        }
        return errors.isEmpty() ? OperationResult.ok(selected) : OperationResult.validationError(errors);
    }

    private static List<FieldError> unavailableToppings(PizzaItem item, Pizza pizza, String path) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < item.toppings().size(); i++) {
            String topping = item.toppings().get(i);
            if (!pizza.offers(topping)) {
                String message = "Topping " + topping + " is not available for " + pizza.name();
                errors.add(new FieldError(path + ".toppings[" + i + "]", message));
            }
        }
        return errors;
    }

    private static OrderPizza priced(PizzaItem item, Pizza pizza) {
        PizzaSize size = PizzaSize.named(item.size()).orElseThrow();
        return new OrderPizza(
                pizza.id(),
                pizza.name(),
                size,
                item.toppings(),
                item.specialInstructions(),
                pizza.price(size, item.toppings()),
                pizza.preparationTimeMinutes(),
                PizzaStatus.PENDING);
    }
}
