package io.neuroglia.delivery.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection that one thread keeps. Each statement commits on its own, whatever the pool's defaults are; the connection
 * returns to the pool as it came. A failure that breaks it closes it, and the next call opens another. For one thread at a
 * time.
 *
 * @since 0.1
 */
public final class DedicatedConnection implements AutoCloseable {
    private static final GuardedLog LOG = GuardedLog.of(DedicatedConnection.class);
    private static final Executor SAME_THREAD = Runnable::run;

    private final DataSource dataSource;
    private final @Nullable Duration longestSilence;
    private @Nullable Connection connection;
    private boolean autoCommit;
    private boolean readOnly;
    private int isolation;
    private int networkTimeout;

    private DedicatedConnection(DataSource dataSource, @Nullable Duration longestSilence) {
        this.dataSource = dataSource;
        this.longestSilence = longestSilence;
    }

    /**
     * A connection that waits for the database as long as it takes.
     *
     * @param dataSource usually a pool
     * @return opened when first used
     */
    public static DedicatedConnection of(DataSource dataSource) {
        return new DedicatedConnection(dataSource, null);
    }

    /**
     * A connection that gives up on a database from which nothing is heard for a while, and whose statements use indexes
     * where they can.
     *
     * @param dataSource usually a pool
     * @param longestSilence how long a statement may take to answer
     * @return opened when first used
     */
    public static DedicatedConnection impatient(DataSource dataSource, Duration longestSilence) {
        return new DedicatedConnection(dataSource, longestSilence);
    }

    /**
     * Runs statements.
     *
     * @param statements run on the open connection
     * @throws SQLException if one fails
     */
    public void run(Statements statements) throws SQLException {
        call(open -> {
            statements.on(open);
            return true;
        });
    }

    /**
     * Runs statements that return something.
     *
     * @param statements run on the open connection
     * @param <V> what they return
     * @return what they return
     * @throws SQLException if one fails
     */
    public <V> V call(Query<V> statements) throws SQLException {
        try {
            return statements.on(get());
        } catch (SQLException failure) {
            if (!isUsable()) {
                abandon();
            }
            throw failure;
        } catch (Throwable failure) {
            abandon();
            throw failure;
        }
    }

    /**
     * Runs statements in one transaction.
     *
     * @param statements run on the open connection
     * @param <V> what they return
     * @return what they return, after the commit
     * @throws SQLException if one fails, after everything was rolled back
     */
    public <V> V inTransaction(Query<V> statements) throws SQLException {
        return call(open -> {
            open.setAutoCommit(false);
            V result;
            try {
                result = statements.on(open);
                open.commit();
            } catch (Throwable failure) {
                rollBack(open, failure);
                throw failure;
            }
            open.setAutoCommit(true);
            return result;
        });
    }

    /** A connection that cannot roll back is broken, which {@link #call} notices. */
    private static void rollBack(Connection open, Throwable failure) {
        try {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    /**
     * The open connection.
     *
     * @return in auto-commit; not the caller's to close
     * @throws SQLException if it cannot be opened
     */
    public Connection get() throws SQLException {
        Connection open = connection;
        return open == null ? open() : open;
    }

    /**
     * Whether the connection of the last call is still open, with all that its session holds.
     *
     * @return false before the first call, and after the connection broke
     */
    public boolean isOpen() {
        return connection != null;
    }

    /** Gives the connection back to the pool. */
    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                restore(open);
            } catch (SQLException failure) {
                LOG.debug("A connection could not be given back as it came", failure);
            }
        }
    }

    /** Closes the connection for good: with it ends what its session holds, such as advisory locks. */
    private void abandon() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                open.abort(SAME_THREAD);
            } catch (SQLException failure) {
                LOG.debug("A connection could not be closed", failure);
            }
        }
    }

    private boolean isUsable() {
        try {
            return connection != null && connection.isValid(1);
        } catch (SQLException broken) {
            LOG.debug("A connection could not be checked", broken);
            return false;
        }
    }

    private Connection open() throws SQLException {
        Connection open = dataSource.getConnection();
        connection = open;
        autoCommit = open.getAutoCommit();
        readOnly = open.isReadOnly();
        isolation = open.getTransactionIsolation();
        open.setReadOnly(false);
        open.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        open.setAutoCommit(true);
        if (longestSilence != null) {
            preferIndexes(open, "off");
            networkTimeout = open.getNetworkTimeout();
            open.setNetworkTimeout(SAME_THREAD, Math.toIntExact(longestSilence.toMillis()));
        }
        return open;
    }

    /**
     * The server plans a statement once for all values. A plan made while a table was nearly empty reads it as a whole, and is
     * kept when the table has grown, until it is analyzed.
     */
    private static void preferIndexes(Connection open, String sequentialScans) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("set enable_seqscan = " + sequentialScans);
        }
    }

    private void restore(Connection open) throws SQLException {
        if (longestSilence != null) {
            open.setNetworkTimeout(SAME_THREAD, networkTimeout);
            preferIndexes(open, "default");
        }
        open.setTransactionIsolation(isolation);
        open.setReadOnly(readOnly);
        open.setAutoCommit(autoCommit);
    }

    /** Statements that return nothing. */
    @FunctionalInterface
    public interface Statements {
        /**
         * Runs them.
         *
         * @param connection in auto-commit
         * @throws SQLException if one fails
         */
        void on(Connection connection) throws SQLException;
    }

    /**
     * Statements that return something.
     *
     * @param <V> what they return
     */
    @FunctionalInterface
    public interface Query<V> {
        /**
         * Runs them.
         *
         * @param connection in auto-commit
         * @return what they return
         * @throws SQLException if one fails
         */
        V on(Connection connection) throws SQLException;
    }
}
