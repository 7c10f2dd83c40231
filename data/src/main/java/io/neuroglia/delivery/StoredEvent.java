package io.neuroglia.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event table.
 *
 * @param typeVersion the version of the type in which the payload was written
 * @param pending names of the handlers that have not had their first attempt
 * @param takeovers how many processes died while it was theirs
 */
record StoredEvent(
        EventId id,
        @Nullable String key,
        String type,
        int typeVersion,
        String payload,
        EventHeaders headers,
        List<String> pending,
        int takeovers) {

    /** The primary key: the time, by the database's clock, names the partition. */
    record EventId(UUID id, OffsetDateTime storedAt) {}

    @Override
    public String toString() {
        return type + " " + id.id() + (key == null ? "" : " of " + key);
    }
}
