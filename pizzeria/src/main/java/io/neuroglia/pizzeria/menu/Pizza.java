package io.neuroglia.pizzeria.menu;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.pizzeria.money.Money;
import java.math.BigDecimal;
import java.util.Collection;

/** Something on the menu: a pizza, or what goes with it. */
public final class Pizza extends AggregateRoot<String> {
    private static final BigDecimal TOPPING_PRICE = new BigDecimal("2.50");

    private final PizzaDescription description;

    /**
     * A pizza as it was stored.
     *
     * @param id identifies it, such as {@code margherita}
     * @param description what it is
     * @param version how often it was stored
     */
    public Pizza(String id, PizzaDescription description, long version) {
        super(id, version);
        this.description = description;
    }

    /**
     * What it is.
     *
     * @return its description
     */
    public PizzaDescription description() {
        return description;
    }

    /**
     * Its name.
     *
     * @return for people
     */
    public String name() {
        return description.name();
    }

    /**
     * How long the kitchen needs for it.
     *
     * @return minutes
     */
    public int preparationTimeMinutes() {
        return description.preparationTimeMinutes();
    }

    /**
     * Whether one may have a topping on it.
     *
     * @param topping such as {@code extra_cheese}
     * @return true if so
     */
    public boolean offers(String topping) {
        return description.availableToppings().contains(topping);
    }

    /**
     * The price: the base price scaled by the size, and a fixed amount for each topping, rounded once.
     *
     * @param size of the pizza
     * @param toppings each of them is paid, the same one twice too
     * @return the price
     */
    public Money price(PizzaSize size, Collection<String> toppings) {
        BigDecimal base = description.basePrice().amount().multiply(size.factor());
        return new Money(base.add(TOPPING_PRICE.multiply(BigDecimal.valueOf(toppings.size()))));
    }
}
