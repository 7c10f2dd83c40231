package io.neuroglia.data.jdbc;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Tells a database that is out of reach from one that refused a statement. Thread-safe.
 *
 * @since 0.1
 */
public final class SqlFailures {
    /** Administrator shutdown, crash shutdown, cannot connect now, too many connections. */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "53300");

    private SqlFailures() {}

    /**
     * The exception to throw for what a driver or pool threw.
     *
     * @param attempt what was tried, with which value
     * @param cause what was thrown
     * @return {@link DataUnavailableException} or {@link DataFailureException}
     */
    public static RuntimeException of(String attempt, SQLException cause) {
        return isUnavailable(cause) ? new DataUnavailableException(cause) : new DataFailureException(attempt, cause);
    }

    private static boolean isUnavailable(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || UNAVAILABLE.contains(state)));
    }
}
