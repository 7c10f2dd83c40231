package io.neuroglia.data.jdbc;

import io.neuroglia.data.DataUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over a plain {@link DataSource}, for applications without a framework. The connection is taken from it
 * when first asked for and given back at the end. Thread-safe.
 *
 * @since 0.1
 */
public final class JdbcTransactions implements Transactions {
    private static final ConnectionUse NO_LIMIT = new Unlimited();

    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // of this instance: two applications in one JVM share nothing
    private final ThreadLocal<@Nullable JdbcTransaction> current = new ThreadLocal<>();

    /**
     * Transactions on connections of a data source.
     *
     * @param dataSource usually a pool
     */
    public JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <V> V execute(Callable<V> work, Predicate<? super V> keep) throws Exception {
        return execute(work, keep, NO_LIMIT);
    }

    @Override
    public <V> V execute(Callable<V> work, Predicate<? super V> keep, ConnectionUse use) throws Exception {
        JdbcTransaction open = current.get();
        return open == null ? begin(work, keep, use) : join(open, work, keep);
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    @Override
    public Connection connection() {
        return active().connection();
    }

    @Override
    public boolean isUntouched() {
        return active().isUntouched();
    }

    @Override
    public Connection newConnection() {
        try {
            return ConnectionTransaction.inAutoCommit(dataSource.getConnection());
        } catch (SQLException cause) {
            throw new DataUnavailableException(cause);
        }
    }

    @Override
    public Completion completion(Object owner, Supplier<? extends Completion> create) {
        return active().completion(owner, create);
    }

    private <V> V begin(Callable<V> work, Predicate<? super V> keep, ConnectionUse use) throws Exception {
        JdbcTransaction transaction = new JdbcTransaction(dataSource, use);
        current.set(transaction);
        boolean committed = false;
        try {
            V outcome = work.call();
            if (keep.test(outcome)) {
                transaction.commit();
                committed = true;
            }
            return outcome;
        } finally {
            try {
                transaction.end(committed);
            } finally {
                current.remove();
                transaction.tellCompletions(committed);
            }
        }
    }

    private static <V> V join(JdbcTransaction open, Callable<V> work, Predicate<? super V> keep) throws Exception {
        JdbcTransaction.Mark mark = open.mark();
        V outcome;
        boolean kept;
        try {
            outcome = work.call();
            kept = keep.test(outcome);
        } catch (Throwable failure) {
            open.rollBackAfter(failure, mark);
            throw failure;
        }
        if (kept) {
            open.release(mark);
        } else {
            open.rollBackTo(mark);
        }
        return outcome;
    }

    /** Lets every transaction take a connection. */
    private record Unlimited() implements ConnectionUse {
        @Override
        public void beforeTaking() {}

        @Override
        public void taken(Supplier<? extends @Nullable Connection> opened) {}

        @Override
        public void givenBack() {}
    }

    private JdbcTransaction active() {
        JdbcTransaction open = current.get();
        if (open == null) {
            throw new IllegalStateException(
                    "No unit of work is open on this thread. Change data inside UnitOfWork.execute(…), for a command"
                            + " by registering TransactionBehavior.");
        }
        return open;
    }
}
