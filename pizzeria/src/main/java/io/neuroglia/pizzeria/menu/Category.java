package io.neuroglia.pizzeria.menu;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the menu, in the order in which it shows them. */
public enum Category {
    /** From the oven. */
    PIZZA,
    /** Before the pizza. */
    APPETIZERS,
    /** With the pizza. */
    DRINKS;

    /**
     * The category with a name.
     *
     * @param name such as {@code drinks}
     * @return the category, or empty
     */
    public static Optional<Category> named(String name) {
        return Arrays.stream(values())
                .filter(category -> category.wireName().equals(name))
                .findFirst();
    }

    /**
     * The name outside the application.
     *
     * @return in lower case
     */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
