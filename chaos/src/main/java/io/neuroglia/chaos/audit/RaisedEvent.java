package io.neuroglia.chaos.audit;

import org.jspecify.annotations.Nullable;

/**
 * An event that a committed command has raised.
 *
 * @param event names it
 * @param command which command
 * @param key of which aggregate; null for none
 * @param sequence the aggregate's version
 * @param ordinal its place among the events of that version
 * @param nanos when, by the machine's monotonic clock
 */
record RaisedEvent(String event, String command, @Nullable String key, long sequence, int ordinal, long nanos) {
    boolean isBefore(RaisedEvent other) {
        return sequence < other.sequence || (sequence == other.sequence && ordinal < other.ordinal);
    }
}
