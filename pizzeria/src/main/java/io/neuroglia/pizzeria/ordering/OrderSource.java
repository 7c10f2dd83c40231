package io.neuroglia.pizzeria.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an order came in. */
public enum OrderSource {
    /** The pages, or a program. */
    WEB,
    /** A call, typed in by staff. */
    PHONE,
    /** The app. */
    MOBILE_APP;

    /**
     * The one with a name.
     *
     * @param name in lower case, such as {@code mobile_app}
     * @return it, or empty
     */
    public static Optional<OrderSource> named(String name) {
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
