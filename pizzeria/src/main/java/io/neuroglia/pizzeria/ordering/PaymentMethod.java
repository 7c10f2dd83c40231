package io.neuroglia.pizzeria.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an order is paid. */
public enum PaymentMethod {
    /** On delivery. */
    CASH,
    /** Online. */
    CREDIT_CARD,
    /** Online. */
    DEBIT_CARD;

    /**
     * The one with a name.
     *
     * @param name in lower case, such as {@code credit_card}
     * @return it, or empty
     */
    public static Optional<PaymentMethod> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.wireName().equals(name))
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
