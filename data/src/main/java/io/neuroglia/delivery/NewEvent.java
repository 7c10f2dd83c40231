package io.neuroglia.delivery;

import io.neuroglia.delivery.StoredEvent.EventId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the table, with the live object that the short way hands to the handlers.
 *
 * @param owner the incarnation that is to deliver it, null for whoever has room
 * @param time when it was stored, by the database's clock; null before
 */
record NewEvent(
        UUID id,
        RaisedEvent raised,
        String type,
        String payload,
        EventHeaders headers,
        List<String> pending,
        @Nullable Long owner,
        @Nullable OffsetDateTime time) {

    NewEvent(UUID id, RaisedEvent raised, String type, String payload, EventHeaders headers, List<String> pending) {
        this(id, raised, type, payload, headers, pending, null, null);
    }

    /** Owned, unless nobody is to see it. */
    NewEvent ownedBy(long incarnation) {
        return pending.isEmpty() ? this : new NewEvent(id, raised, type, payload, headers, pending, incarnation, time);
    }

    NewEvent storedAt(OffsetDateTime stored) {
        return new NewEvent(id, raised, type, payload, headers, pending, owner, stored);
    }

    StoredEvent stored() {
        return new StoredEvent(
                new EventId(id, Objects.requireNonNull(time, "time")), raised.key(), type, payload, headers, pending);
    }
}
