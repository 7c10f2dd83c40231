package io.neuroglia.pizzeria.menu;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large a pizza is, and so how much of its base price it costs. */
public enum PizzaSize {
    /** Four fifths of the base price. */
    SMALL("0.8"),
    /** The base price. */
    MEDIUM("1.0"),
    /** A third more, nearly. */
    LARGE("1.3");

    private final BigDecimal factor;

    PizzaSize(String factor) {
        this.factor = new BigDecimal(factor);
    }

    /**
     * The size with a name.
     *
     * @param name such as {@code small}
     * @return the size, or empty
     */
    public static Optional<PizzaSize> named(String name) {
        return Arrays.stream(values())
                .filter(size -> size.wireName().equals(name))
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

    BigDecimal factor() {
        return factor;
    }
}
