package io.neuroglia.delivery.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored event, without what it says. Immutable; thread-safe.
 *
 * @param id of the event
 * @param storedAt when it was stored, by the database's clock
 * @param type logical name of its type
 * @param key what orders it among others; null if nothing does
 * @param sequence its place among the events of its key, the version of the aggregate that raised it
 * @since 0.1
 */
public record EventSummary(
        UUID id, Instant storedAt, String type, @Nullable String key, long sequence) {
    @Override
    public String toString() {
        return type + " " + id + (key == null ? "" : " of " + key);
    }
}
