package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection kept by one thread, in auto-commit, so that a pool drained by the application's own work delays neither
 * the lease nor completions. A failure closes it; the next call opens another.
 */
final class DedicatedConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DedicatedConnection.class);

    private final DataSource dataSource;
    private @Nullable Connection connection;

    DedicatedConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void run(Statements statements) throws SQLException {
        call(open -> {
            statements.on(open);
            return true;
        });
    }

    <V> V call(SqlCall<V> statements) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            open.setAutoCommit(true);
            connection = open;
        }
        try {
            return statements.on(open);
        } catch (SQLException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException failure) {
                LOG.debug("A connection that is given up could not be closed", failure);
            }
        }
    }

    /** Statements without an answer. */
    @FunctionalInterface
    interface Statements {
        void on(Connection connection) throws SQLException;
    }
}
