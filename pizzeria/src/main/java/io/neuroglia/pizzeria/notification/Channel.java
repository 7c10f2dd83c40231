package io.neuroglia.pizzeria.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a message is sent. */
public enum Channel {
    /** To a phone. */
    SMS,
    /** To the kitchen's printer. */
    KITCHEN,
    /** To a mailbox. */
    EMAIL;

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
