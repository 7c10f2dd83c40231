package io.neuroglia.data.jdbc;

import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The database transaction of the current thread, whoever manages it: plain JDBC ({@link JdbcTransactions}) or a
 * framework. Thread-safe; a transaction belongs to the thread that began it.
 *
 * @since 0.1
 */
public interface Transactions {
    /**
     * Runs work in a transaction: begins one, or joins the thread's with a savepoint. Commits (or releases the savepoint)
     * when the outcome is to be kept; rolls back (to the savepoint) when it is not, or when the work throws.
     *
     * @param work the work
     * @param keep whether the outcome is to be committed
     * @param <V> the outcome
     * @return what the work answered
     * @throws Exception whatever the work throws, or a failed commit
     */
    <V> V execute(Callable<V> work, Predicate<? super V> keep) throws Exception;

    /**
     * Runs work as {@link #execute(Callable, Predicate)} does, telling somebody when a connection is taken. Where work joins
     * the thread's transaction, the connection is taken already and nobody is told.
     *
     * @param work the work
     * @param keep whether the outcome is to be committed
     * @param use told; by default as if the connection was in use all the time
     * @param <V> the outcome
     * @return what the work answered
     * @throws Exception whatever the work throws, or a failed commit
     */
    default <V> V execute(Callable<V> work, Predicate<? super V> keep, ConnectionUse use) throws Exception {
        if (isActive()) {
            return execute(work, keep);
        }
        use.beforeTaking();
        try {
            return execute(
                    () -> {
                        Connection taken = connection();
                        use.taken(() -> taken);
                        return work.call();
                    },
                    keep);
        } finally {
            use.givenBack();
        }
    }

    /**
     * Whether this thread is in a transaction.
     *
     * @return true if so
     */
    boolean isActive();

    /**
     * The connection of this thread's transaction, opened when first asked for. Statements and results are the caller's
     * to close, the connection is not.
     *
     * @return the connection
     * @throws IllegalStateException if no transaction is active
     * @throws io.neuroglia.data.DataUnavailableException if the database cannot be reached
     */
    Connection connection();

    /**
     * Whether this thread's transaction is known to change nothing so far: its listeners are untouched, and either its
     * connection was not used or the database has not given it a transaction id, as it does for the first change and the
     * first lock on a row. Asks the database once at most, and only if the connection was used. What was changed elsewhere
     * from within the database, such as through a foreign table, does not count.
     *
     * @return false also where that cannot be known, as it is by default
     * @throws IllegalStateException if no transaction is active
     */
    default boolean isUntouched() {
        return false;
    }

    /**
     * A connection outside of any transaction of this thread, for reading that goes on after the call that began it.
     *
     * @return a connection in auto-commit, whatever the pool's default is; the caller's to close
     * @throws io.neuroglia.data.DataUnavailableException if the database cannot be reached
     */
    Connection newConnection();

    /**
     * The listener that an owner has with this thread's outermost transaction, registered when first asked for. It
     * belongs to that transaction alone: one that is suspended meanwhile has its own. One that is registered while the
     * transaction commits is asked at once. There is none any more once it has ended, also not in what runs after it.
     *
     * @param owner told apart by identity
     * @param create makes the listener
     * @return the same listener until the transaction ends
     * @throws IllegalStateException if no transaction is active
     */
    Completion completion(Object owner, Supplier<? extends Completion> create);

    /**
     * Told how a transaction ends, and joined work in it.
     *
     * @since 0.1
     */
    interface Completion {
        /**
         * Joined work begins.
         *
         * @param savepoint stands for its beginning; told apart by identity
         */
        default void savepoint(Object savepoint) {}

        /**
         * All since a savepoint is undone, in the database and to be so here. Must not throw.
         *
         * @param savepoint one that {@link #savepoint(Object)} was told, or one older than this listener, which then has
         *     nothing left
         */
        default void rolledBackTo(Object savepoint) {}

        /**
         * Whether this listener has nothing to do with the commit so far, neither in the database nor beside it.
         *
         * @return false also where that is not known, as it is by default
         */
        default boolean isUntouched() {
            return false;
        }

        /** Before the commit, in the transaction; what it throws rolls back. Not called when it rolls back anyway. */
        void beforeCommit();

        /**
         * The last moment before the commit, when all listeners were asked and have written; to refuse, not to write. What
         * it throws rolls back.
         */
        default void approveCommit() {}

        /**
         * After the end, on the same thread.
         *
         * @param committed false if it rolled back, or if the outcome of the commit was not learnt
         */
        void afterCompletion(boolean committed);
    }
}
