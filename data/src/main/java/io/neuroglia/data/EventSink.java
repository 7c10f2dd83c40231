package io.neuroglia.data;

import io.neuroglia.message.DomainEvent;
import java.util.List;

/**
 * The unit of work as repositories see it: they hand over the events of the aggregates they store, which it stores in its
 * transaction, and say how to undo what the transaction does not undo. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes over the events of an aggregate that was just written in the open unit of work.
     *
     * @param key names the aggregate among all: its type and id; orders its events
     * @param version the version the aggregate has now
     * @param events in the order raised
     * @throws IllegalStateException if no unit of work is open
     */
    void accept(String key, long version, List<DomainEvent> events);

    /**
     * Has something undone if the open unit of work rolls back, or the joined work in it that is under way; the last one
     * first. Repositories give aggregates their versions and events back like this, and put back what they changed outside
     * of the database. A sink that belongs to no unit of work never rolls back: it ignores this.
     *
     * @param undo runs at most once, on the thread of the unit; what it throws is logged
     * @throws IllegalStateException if no unit of work is open
     */
    default void onRollback(Runnable undo) {}
}
