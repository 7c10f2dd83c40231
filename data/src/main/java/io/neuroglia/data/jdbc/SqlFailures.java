package io.neuroglia.data.jdbc;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.WriteConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Tells a database that is out of reach from one that refused a statement, and conflicts from mistakes. Thread-safe.
 *
 * @since 0.1
 */
public final class SqlFailures {
    /** Administrator shutdown, crash shutdown, cannot connect now, too many connections. */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock. */
    private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40001", "40P01");

    /** In failed SQL transaction. */
    private static final String ABORTED = "25P02";

    private SqlFailures() {}

    /**
     * The exception to throw for what a driver or pool threw.
     *
     * @param attempt what was tried, with which value
     * @param cause what was thrown
     * @return {@link DataUnavailableException}, {@link WriteConflictException} or {@link DataFailureException}
     */
    public static RuntimeException of(String attempt, SQLException cause) {
        String state = cause.getSQLState();
        if (isUnavailable(cause, state)) {
            return new DataUnavailableException(cause);
        }
        if (UNIQUE_VIOLATION.equals(state)) {
            return new WriteConflictException(attempt, "This exists already.", cause);
        }
        if (IN_EACH_OTHERS_WAY.contains(state)) {
            return new WriteConflictException(
                    attempt, "Somebody else changed this at the same time. Please try again.", cause);
        }
        return new DataFailureException(attempt, cause);
    }

    /**
     * Refuses to go on with a transaction in which a statement failed. PostgreSQL answers the commit of such a transaction
     * by rolling back, and its driver hides that; so whoever commits asks here first. Sends nothing to the database.
     *
     * @param connection a connection in a transaction; one that is not PostgreSQL's passes
     * @throws SQLException if a statement failed since the begin or the last savepoint, or the connection is closed
     */
    public static void requireNotAborted(Connection connection) throws SQLException {
        if (connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException(
                    "A statement failed in this transaction, so it can only be rolled back. Let the failure of the"
                            + " statement through, or have the statement run in a joined unit of work of its own.",
                    ABORTED);
        }
    }

    /** What a pool says itself has no state: it has no connection to give, or took a broken one away. */
    private static boolean isUnavailable(SQLException cause, @Nullable String state) {
        return state == null
                || state.startsWith("08")
                || UNAVAILABLE.contains(state)
                || cause instanceof SQLTransientConnectionException;
    }
}
