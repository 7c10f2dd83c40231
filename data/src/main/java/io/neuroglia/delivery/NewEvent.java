package io.neuroglia.delivery;

import io.neuroglia.delivery.HeldWork.Hold;
import io.neuroglia.delivery.StoredEvent.EventId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the table, with the live object that the short way hands to the handlers.
 *
 * @param ready handlers that need not wait for another event of the same unit
 * @param later handlers that an earlier event of the same unit and key reaches first
 * @param owner the incarnation that is to deliver it, null for whoever has room
 */
record NewEvent(
        UUID id,
        RaisedEvent raised,
        String type,
        int typeVersion,
        String payload,
        List<String> ready,
        List<String> later,
        @Nullable Long owner) {

    NewEvent ownedBy(long incarnation) {
        return new NewEvent(id, raised, type, typeVersion, payload, ready, later, incarnation);
    }

    Hold hold() {
        return Hold.ofFirstAttempts(id);
    }

    /**
     * As it is stored.
     *
     * @param pending the handlers that need not wait for any other event
     */
    StoredEvent stored(EventId stored, List<String> pending) {
        return new StoredEvent(stored, raised.key(), type, typeVersion, payload, raised.headers(), pending, 0);
    }
}
