package io.neuroglia.data.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The database's transaction on a connection, as the driver and the database see it; for implementations of
 * {@link Transactions}. Thread-safe.
 *
 * @since 0.1
 */
public final class ConnectionTransaction {
    private static final String HAS_ID = "select pg_current_xact_id_if_assigned() is not null";

    private ConnectionTransaction() {}

    /**
     * Whether the database has a transaction open: since the connection was taken, or its last transaction ended, a
     * statement was sent. Sends nothing.
     *
     * @param connection not in auto-commit
     * @return true also where that cannot be known, because the connection is not PostgreSQL's
     * @throws SQLException if the connection is closed
     */
    public static boolean isOpen(Connection connection) throws SQLException {
        return !connection.isWrapperFor(BaseConnection.class)
                || connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    /**
     * Whether the open transaction has changed or locked a row. Sends a statement only if another one was sent before.
     *
     * @param connection not in auto-commit
     * @return true also where that cannot be known, because the connection is not PostgreSQL's or a statement failed
     * @throws SQLException if the database cannot answer
     */
    public static boolean hasChanged(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(BaseConnection.class)) {
            return true;
        }
        return switch (connection.unwrap(BaseConnection.class).getTransactionState()) {
            case IDLE -> false;
            case FAILED -> true;
            case OPEN -> hasId(connection);
        };
    }

    private static boolean hasId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(HAS_ID)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /**
     * Makes each statement commit on its own, also if a pool's default is otherwise. Pools set their default again when
     * the connection is given back.
     *
     * @param taken a connection just taken; closed if this fails
     * @return the same
     * @throws SQLException if the connection refuses
     */
    public static Connection inAutoCommit(Connection taken) throws SQLException {
        try {
            if (!taken.getAutoCommit()) {
                taken.setAutoCommit(true);
            }
            return taken;
        } catch (SQLException cause) {
            taken.close();
            throw cause;
        }
    }
}
