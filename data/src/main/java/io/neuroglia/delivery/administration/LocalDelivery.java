package io.neuroglia.delivery.administration;

import java.util.List;
import java.util.Set;

/**
 * What delivery in this process knows and does for its administration; for {@code io.neuroglia.delivery} to implement.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface LocalDelivery {
    /**
     * The handlers that this process knows.
     *
     * @return logical names; empty before it was started
     */
    Set<String> handlers();

    /**
     * The names under which a handler may have handled an event.
     *
     * @param handler the handler's logical name
     * @return that name and its former ones
     */
    List<String> namesOf(String handler);

    /**
     * Checks that an edited payload says all and only what its type has, or deviates from it only as the stored one does.
     *
     * @param type logical name of the event's type
     * @param storedVersion version of the type in which the event was stored
     * @param stored the payload before the change
     * @param edited the payload after the change
     * @return the version of the type that the edited payload has
     * @throws RuntimeException saying what is wrong with it, or that the type is not known here
     */
    int requireEdited(String type, int storedVersion, String stored, String edited);

    /** Says that something became due or was taken away, so that this process need not wait for its next look. */
    void wake();
}
