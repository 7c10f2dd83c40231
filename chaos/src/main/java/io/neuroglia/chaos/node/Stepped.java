package io.neuroglia.chaos.node;

import io.neuroglia.message.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A tally was moved on.
 *
 * @param id names the event
 * @param key which tally; null when it concerns none
 * @param sequence the tally's version
 * @param ordinal the event's place among those of that version
 */
record Stepped(String id, @Nullable String key, long sequence, int ordinal) implements DomainEvent {}
