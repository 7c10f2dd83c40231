package io.neuroglia.data;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import java.util.function.Supplier;

/**
 * The unit of work as repositories see it: they hand over the events of the aggregates they store, which it stores in its
 * transaction, say how to undo what the transaction does not undo, and name what they load. Thread-safe.
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

    /**
     * Has the open unit of work refuse to commit if this aggregate then has changed and was not stored after that. Does
     * nothing if no unit of work is open. Repositories call this for each aggregate that they load, add or save, also for
     * those of a stream, so it must be cheap. A sink that belongs to no unit of work ignores this.
     *
     * @param aggregate as it is stored
     * @param state its state as the repository would store it, for units of work that compare states, as the test kit's
     *     does; asked for on the thread of the unit
     */
    default void watch(AggregateRoot<?> aggregate, Supplier<?> state) {}
}
