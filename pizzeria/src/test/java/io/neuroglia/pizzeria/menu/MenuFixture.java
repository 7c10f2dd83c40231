package io.neuroglia.pizzeria.menu;

import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.pizzeria.money.Money;
import java.util.List;

/** A small menu. */
public final class MenuFixture {

    private MenuFixture() {}

    /** Margherita at 12.99, pepperoni at 15.99, the seasonal zucca and lemonade. */
    public static Repository<Pizza, String> menu() {
        PizzaMapping mapping = new PizzaMapping();
        Repository<Pizza, String> menu =
                new InMemoryRepository<>((key, version, events) -> {}, mapping::toState, mapping::toAggregate);
        menu.add(pizza("margherita", "Margherita", "12.99", Category.PIZZA, 15, false));
        menu.add(pizza("pepperoni", "Pepperoni", "15.99", Category.PIZZA, 18, false));
        menu.add(pizza("zucca", "Zucca", "17.49", Category.PIZZA, 20, true));
        menu.add(pizza("lemonade", "Lemonade", "3.49", Category.DRINKS, 2, false));
        return menu;
    }

    /** A pizza with a base price, which takes extra cheese and basil. */
    public static Pizza pizzaAt(String basePrice) {
        return pizza("margherita", "Margherita", basePrice, Category.PIZZA, 15, false);
    }

    private static Pizza pizza(String id, String name, String price, Category category, int minutes, boolean seasonal) {
        PizzaDescription description = new PizzaDescription(
                name, "Good", Money.of(price), category, minutes, List.of("extra_cheese", "basil"), seasonal);
        return new Pizza(id, description, 0);
    }
}
