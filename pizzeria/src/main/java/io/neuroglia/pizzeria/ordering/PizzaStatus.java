package io.neuroglia.pizzeria.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where one pizza of an order stands. */
public enum PizzaStatus {
    /** Not begun. */
    PENDING,
    /** In the oven. */
    COOKING,
    /** Done. */
    READY;

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
