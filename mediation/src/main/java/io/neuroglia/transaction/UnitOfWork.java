package io.neuroglia.transaction;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;

/**
 * Brackets changes that belong together: they commit with the events they caused, or leave no trace. One instance
 * serves all threads; the unit that is open belongs to the thread that opened it.
 *
 * @since 0.1
 */
public interface UnitOfWork {
    /**
     * Runs work in a unit: commits when it answers a success, rolls back when it answers a failure or throws. Inside an
     * open unit of the same thread it joins: a failure then undoes only this work and its events.
     *
     * @param work the work
     * @param <T> the data of a successful answer
     * @return what the work answered, after the commit
     * @throws Exception whatever the work throws, or a commit that failed
     */
    <T> OperationResult<T> execute(Work<T> work) throws Exception;

    /**
     * Whether this thread has a unit open.
     *
     * @return true inside {@link #execute(Work)}
     */
    boolean isActive();

    /**
     * Stores an event with the open unit, to be delivered after its commit. Aggregates raise their own events; this is
     * for those without an aggregate, and in no order with others.
     *
     * @param event what happened
     * @throws IllegalStateException if no unit is open
     */
    void raise(DomainEvent event);

    /**
     * Stores an event with the open unit, to be delivered after its commit, and to each handler only after the events of
     * the same key that were raised or committed before it. Units that raise events of one key commit one after the
     * other.
     *
     * @param key names what the events are about, such as {@code Oven/3}; not an aggregate's, whose events have an order
     *     of their own
     * @param event what happened
     * @throws IllegalStateException if no unit is open
     */
    void raise(String key, DomainEvent event);

    /**
     * Runs an action once the outermost unit has committed, on the same thread; never if it rolls back. What the action
     * throws is logged and changes nothing, because the commit stands.
     *
     * @param action short and without effects that must not be lost: a crash may come before it
     * @throws IllegalStateException if no unit is open
     */
    void afterCommit(Runnable action);

    /**
     * Work to be bracketed.
     *
     * @param <T> the data of a successful answer
     * @since 0.1
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @return a success to commit, a failure to roll back
         * @throws Exception to roll back
         */
        OperationResult<T> run() throws Exception;
    }
}
