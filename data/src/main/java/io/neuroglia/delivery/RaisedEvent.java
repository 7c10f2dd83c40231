package io.neuroglia.delivery;

import io.neuroglia.message.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that was raised in an open unit of work.
 *
 * @param key the aggregate's, null without one
 * @param sequence the version of the aggregate that raised it
 * @param ordinal its place among the events of that version
 */
record RaisedEvent(@Nullable String key, long sequence, int ordinal, DomainEvent event) {}
