package io.neuroglia.delivery.administration;

import java.util.Locale;

/**
 * How far an unfinished delivery has come.
 *
 * @since 0.1
 */
public enum DeliveryState {
    /** Not attempted yet: on its way in a process, or left for one that has room and knows the handler. */
    PENDING,
    /** Waits until an earlier event of its key is finished with the same handler. */
    WAITING,
    /** Failed, and is attempted again when due. */
    RETRY,
    /** Failed too often or in a way that another attempt cannot mend; waits for a person. */
    PARKED,
    /** Is to be attempted at a later time. */
    SCHEDULED;

    /**
     * The name in the database, in metrics and in addresses.
     *
     * @return in lower case
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a name.
     *
     * @param wireName such as {@code parked}; upper case is the same
     * @return the state
     * @throws IllegalArgumentException if there is none
     */
    public static DeliveryState of(String wireName) {
        for (DeliveryState state : values()) {
            if (state.wireName().equals(wireName.toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "There is no delivery state " + wireName + ". Use pending, waiting, retry, parked or scheduled.");
    }
}
