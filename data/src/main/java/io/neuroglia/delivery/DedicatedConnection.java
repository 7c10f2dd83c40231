package io.neuroglia.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    private final boolean byIndex;
    private @Nullable Connection connection;

    private DedicatedConnection(DataSource dataSource, boolean byIndex) {
        this.dataSource = dataSource;
        this.byIndex = byIndex;
    }

    static DedicatedConnection of(DataSource dataSource) {
        return new DedicatedConnection(dataSource, false);
    }

    /**
     * A connection for statements that find a few rows of tables that grow fast. Planning takes several times as long as
     * running them, so each is planned once, for whatever values. The table may be empty then: the plan, which is kept,
     * would read all of a table that has a million rows a minute later. So it uses indexes wherever there is one. Nothing
     * is compiled, which PostgreSQL before 18 would do for the price it puts on what is avoided.
     */
    static DedicatedConnection byIndex(DataSource dataSource) {
        return new DedicatedConnection(dataSource, true);
    }

    void run(Statements statements) throws SQLException {
        call(open -> {
            statements.on(open);
            return true;
        });
    }

    <V> V call(SqlCall<V> statements) throws SQLException {
        try {
            Connection open = connection;
            if (open == null) {
                open = dataSource.getConnection();
                connection = open;
                open.setAutoCommit(true);
                plan(open, "off");
            }
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
            try (open) {
                if (open.isValid(1)) {
                    plan(open, "default");
                }
            } catch (SQLException failure) {
                LOG.debug("A connection that is given up could not be closed", failure);
            }
        }
    }

    /** Set for the session, so taken back before the connection returns to its pool. */
    private void plan(Connection open, String value) throws SQLException {
        if (byIndex) {
            String once = value.equals("off") ? "force_generic_plan" : value;
            try (Statement statement = open.createStatement()) {
                statement.execute("set enable_seqscan = " + value + "; set enable_hashjoin = " + value
                        + "; set enable_mergejoin = " + value + "; set jit = " + value
                        + "; set plan_cache_mode = " + once);
            }
        }
    }

    /** Statements without an answer. */
    @FunctionalInterface
    interface Statements {
        void on(Connection connection) throws SQLException;
    }
}
