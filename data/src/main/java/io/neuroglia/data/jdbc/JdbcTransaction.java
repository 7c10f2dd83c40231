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
    private @Nullable Connection connection;

    JdbcTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Connection connection() {
        Connection open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        return open;
    }

    Transactions.Completion completion(Object owner, Supplier<? extends Transactions.Completion> create) {
        return completions.computeIfAbsent(owner, absent -> create.get());
    }

    void commit() throws SQLException {
        for (Transactions.Completion completion : List.copyOf(completions.values())) {
            completion.beforeCommit();
        }
        Connection open = connection;
        if (open != null) {
            open.commit();
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
            open.setAutoCommit(true);
        } catch (SQLException cause) {
            LOG.warn("A transaction could not be ended cleanly; the database rolls back what was not committed", cause);
        }
    }

    void tellCompletions(boolean committed) {
        for (Transactions.Completion completion : new ArrayList<>(completions.values())) {
            try {
                completion.afterCompletion(committed);
            } catch (RuntimeException cause) {
                LOG.error("An action after a transaction failed; the transaction itself stands", cause);
            }
        }
    }

    Mark mark() {
        try {
            return new Mark(connection == null ? null : connection.setSavepoint());
        } catch (SQLException cause) {
            throw SqlFailures.of("Cannot set a savepoint", cause);
        }
    }

    void release(Mark mark) throws SQLException {
        Connection open = connection;
        if (open != null && mark.savepoint() != null) {
            open.releaseSavepoint(mark.savepoint());
        }
    }

    void rollBackTo(Mark mark) throws SQLException {
        Connection open = connection;
        if (open == null) {
            return;
        }
        if (mark.savepoint() == null) {
            open.rollback();
        } else {
            open.rollback(mark.savepoint());
        }
    }

    private Connection open() {
        try {
            Connection opened = dataSource.getConnection();
            opened.setAutoCommit(false);
            return opened;
        } catch (SQLException cause) {
            throw new DataUnavailableException(cause);
        }
    }

    /** Where joined work began; without a savepoint nothing had been done before it. */
    record Mark(@Nullable Savepoint savepoint) {}
}
