package io.neuroglia.data.jdbc;

import io.neuroglia.data.DataUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open transaction of one thread. */
final class JdbcTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransaction.class);

    private final DataSource dataSource;
    private final IdentityHashMap<Object, Transactions.Completion> completions = new IdentityHashMap<>();
    private final List<Transactions.Completion> inOrder = new ArrayList<>();
    private final ConnectionUse use;
    private @Nullable Connection connection;
    private boolean autoCommit;
    private boolean asked;
    private boolean changed;

    JdbcTransaction(DataSource dataSource, ConnectionUse use) {
        this.dataSource = dataSource;
        this.use = use;
    }

    Connection connection() {
        Connection open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        return open;
    }

    boolean isUntouched() {
        return inOrder.stream().allMatch(Transactions.Completion::isUntouched) && !hasChanged();
    }

    /** Once it has, it has. */
    private boolean hasChanged() {
        Connection open = connection;
        if (!changed && open != null) {
            try {
                changed = ConnectionTransaction.hasChanged(open);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot see whether the transaction has changed anything", cause);
            }
        }
        return changed;
    }

    Transactions.Completion completion(Object owner, Supplier<? extends Transactions.Completion> create) {
        Transactions.Completion known = completions.get(owner);
        if (known != null) {
            return known;
        }
        Transactions.Completion created = create.get();
        completions.put(owner, created);
        inOrder.add(created);
        if (asked) {
            created.beforeCommit();
        }
        return created;
    }

    /** Listeners are asked in the order in which they registered, those too that register meanwhile. */
    void commit() {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).beforeCommit();
        }
        asked = true;
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).approveCommit();
        }
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            SqlFailures.requireNotAborted(open);
            open.commit();
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot commit", cause);
        }
    }

    /** Gives the connection back; what is not committed is rolled back first. */
    void end(boolean committed) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try (open) {
            if (!committed) {
                open.rollback();
            }
            open.setAutoCommit(autoCommit);
        } catch (SQLException cause) {
            LOG.warn("A transaction could not be ended cleanly; the database rolls back what was not committed", cause);
        } finally {
            use.givenBack();
        }
    }

    void tellCompletions(boolean committed) {
        for (Transactions.Completion completion : inOrder) {
            try {
                completion.afterCompletion(committed);
            } catch (RuntimeException | Error cause) {
                LOG.error("An action after a transaction failed; the transaction itself stands", cause);
            }
        }
    }

    Mark mark() {
        try {
            Mark mark = new Mark(connection == null ? null : connection.setSavepoint());
            inOrder.forEach(completion -> completion.savepoint(mark));
            return mark;
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot set a savepoint", cause);
        }
    }

    /** Keeps joined work, or undoes it when it hid the failure of a statement. */
    void release(Mark mark) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            SqlFailures.requireNotAborted(open);
            if (mark.savepoint != null) {
                open.releaseSavepoint(mark.savepoint);
            }
        } catch (SQLException cause) {
            RuntimeException failure = SqlFailures.of("Cannot keep joined work", cause);
            rollBackAfter(failure, mark);
            throw failure;
        }
    }

    void rollBackTo(Mark mark) {
        inOrder.forEach(completion -> completion.rolledBackTo(mark));
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            if (mark.savepoint == null) {
                open.rollback();
            } else {
                open.rollback(mark.savepoint);
            }
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot undo joined work", cause);
        }
    }

    /** Undoes joined work that failed; what stands in the way must not hide why. */
    void rollBackAfter(Throwable failure, Mark mark) {
        try {
            rollBackTo(mark);
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private Connection open() {
        try {
            use.beforeTaking();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a connection.", interrupted);
        }
        try {
            Connection open = begun(dataSource.getConnection());
            use.taken(() -> open);
            return open;
        } catch (SQLException cause) {
            use.givenBack();
            throw new DataUnavailableException(cause);
        } catch (RuntimeException | Error cause) {
            use.givenBack();
            throw cause;
        }
    }

    private Connection begun(Connection taken) throws SQLException {
        try {
            autoCommit = taken.getAutoCommit();
            taken.setAutoCommit(false);
            return taken;
        } catch (SQLException cause) {
            taken.close();
            throw cause;
        }
    }

    /** Where joined work began; without a savepoint nothing had been done before it. Told apart by identity. */
    static final class Mark {
        private final @Nullable Savepoint savepoint;

        Mark(@Nullable Savepoint savepoint) {
            this.savepoint = savepoint;
        }
    }
}
