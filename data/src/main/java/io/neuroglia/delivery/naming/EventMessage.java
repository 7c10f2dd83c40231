package io.neuroglia.delivery.naming;

import io.neuroglia.message.DomainEvent;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in memory, from the moment it is raised until its last handler has finished: the form beside the row.
 * Immutable; thread-safe.
 *
 * @param id identifies it, together with the time it was stored
 * @param storedAt by the database's clock, which names the partition; {@link OffsetDateTime#MIN} until it is stored
 * @param order its place among the events of its key
 * @param type logical name of its type
 * @param typeVersion version of the type in which the payload was written
 * @param payload the event as JSON
 * @param headers the conversation it belongs to
 * @param live the event itself while it is in the process that raised it; null to read it from the payload
 * @since 0.1
 */
public record EventMessage(
        UUID id,
        OffsetDateTime storedAt,
        EventOrder order,
        String type,
        int typeVersion,
        String payload,
        EventHeaders headers,
        @Nullable DomainEvent live) {

    /**
     * The key that orders it.
     *
     * @return null if nothing does
     */
    public @Nullable String key() {
        return order.key();
    }

    /**
     * This event once it is stored.
     *
     * @param time by the database's clock
     * @return the stored event
     */
    public EventMessage storedAt(OffsetDateTime time) {
        return new EventMessage(id, time, order, type, typeVersion, payload, headers, live);
    }

    @Override
    public String toString() {
        return type + " " + id + (key() == null ? "" : " of " + key());
    }
}
