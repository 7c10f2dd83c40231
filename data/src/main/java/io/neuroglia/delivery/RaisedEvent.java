package io.neuroglia.delivery;

import io.neuroglia.message.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that was raised in an open unit of work.
 *
 * @param key orders it among others, null without order
 * @param aggregate whether the key is an aggregate's, whose row orders the transactions that change it
 * @param sequence the version of the aggregate that raised it
 * @param ordinal its place among the events of that version
 * @param headers of who raised it
 */
record RaisedEvent(
        @Nullable String key, boolean aggregate, long sequence, int ordinal, DomainEvent event, EventHeaders headers) {
    /** Whether nothing but the key itself can put its events in order. */
    boolean ordersByKeyAlone() {
        return key != null && !aggregate;
    }
}
