package io.neuroglia.pizzeria.ordering.web;

import static java.util.Objects.requireNonNullElse;

import io.neuroglia.pizzeria.ordering.PizzaItem;
import io.neuroglia.pizzeria.ordering.PlaceOrderCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as a client sends it: what is left out is empty, or has its default. */
record PlaceOrderBody(
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable String customerAddress,
        @Nullable List<@Nullable Item> pizzaItems,
        @Nullable String paymentMethod,
        @Nullable String orderSource) {

    PlaceOrderCommand toCommand() {
        return new PlaceOrderCommand(
                requireNonNullElse(customerName, ""),
                requireNonNullElse(customerPhone, ""),
                requireNonNullElse(customerAddress, ""),
                listOf(pizzaItems).stream().map(Item::toPizzaItem).toList(),
                requireNonNullElse(paymentMethod, "cash"),
                requireNonNullElse(orderSource, "web"));
    }

    private static <E extends @Nullable Object> List<E> listOf(@Nullable List<E> list) {
        return list == null ? List.of() : list;
    }

    record Item(
            @Nullable String pizzaId,
            @Nullable String size,
            @Nullable List<@Nullable String> toppings,
            @Nullable String specialInstructions) {
        private static final Item EMPTY = new Item(null, null, null, null);

        static PizzaItem toPizzaItem(@Nullable Item item) {
            Item given = item == null ? EMPTY : item;
            return new PizzaItem(
                    requireNonNullElse(given.pizzaId, ""),
                    requireNonNullElse(given.size, ""),
                    listOf(given.toppings).stream()
                            .map(topping -> requireNonNullElse(topping, ""))
                            .toList(),
                    requireNonNullElse(given.specialInstructions, ""));
        }
    }
}
