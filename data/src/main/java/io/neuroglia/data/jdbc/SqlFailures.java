package io.neuroglia.data.jdbc;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Tells what a database's refusal means by its SQL state: out of reach, unable to work at the moment, a conflict with
 * somebody else, or a mistake. Thread-safe.
 *
 * @since 0.1
 */
public final class SqlFailures {
    /** Administrator shutdown, crash shutdown, cannot connect now, database dropped, too many connections. */
    private static final Set<String> OUT_OF_REACH = Set.of("57P01", "57P02", "57P03", "57P04", "53300");

    /** In failed SQL transaction. */
    private static final String ABORTED = "25P02";

    private static final String TOO_LONG = "This took too long. Please try again later.";

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
        if (state == null || isOutOfReach(cause, state)) {
            return new DataUnavailableException(cause);
        }
        return switch (state) {
            case "23505" -> new WriteConflictException(attempt, "This exists already.", cause);
            case "40001", "40P01" -> // serialization failure, deadlock
                new WriteConflictException(
                        attempt, "Somebody else changed this at the same time. Please try again.", cause);
            case "55P03" -> // lock not available
                new WriteConflictException(attempt, "Somebody else is changing this. Please try again.", cause);
            case "25006" -> // read-only transaction
                new DataUnavailableException(
                        attempt + ", because the transaction is read-only. Either the database accepts no changes"
                                + " (default_transaction_read_only, a standby), or the transaction was begun like this",
                        "Nothing can be changed at the moment. Please try again later.",
                        cause);
            case "57014" -> // query canceled
                new DataUnavailableException(
                        attempt + ", because the statement was cancelled, usually by statement_timeout",
                        TOO_LONG,
                        cause);
            case "25P03", "25P04", "57P05" -> // idle in transaction, transaction and idle session timeout
                new DataUnavailableException(
                        attempt + ", because the database ended a session that took too long", TOO_LONG, cause);
            case "53100" -> // disk full
                new DataUnavailableException(
                        attempt + ", because the disk of the database is full. Make room there; nothing is lost",
                        "Nothing can be stored at the moment. Please try again later.",
                        cause);
            default -> other(attempt, state, cause);
        };
    }

    /**
     * The outcome that an exception means whose cause, direct or not, is a refusal of the database; for those that a
     * framework throws. One without a state below a framework's exception is what a pool says of a connection it has lost.
     *
     * @param failure what was thrown
     * @return empty if it is a mistake, or has nothing to do with a database
     */
    public static Optional<Problem> problemOf(Throwable failure) {
        return refusals(failure)
                .filter(refusal -> refusal.getSQLState() != null || !refusal.equals(failure))
                .findFirst()
                .map(refusal -> of("The database refused", refusal))
                .filter(ProblemSource.class::isInstance)
                .map(outcome -> ((ProblemSource) outcome).problem());
    }

    /**
     * What drivers and pools threw, among an exception and its causes.
     *
     * @param failure what was thrown
     * @return the refusals, the outermost first
     */
    public static Stream<SQLException> refusals(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(50) // causes may go round in a circle
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static RuntimeException other(String attempt, String state, SQLException cause) {
        return state.startsWith("53") // insufficient resources
                ? new DataUnavailableException(
                        attempt + ", because the database has run short of memory or other resources",
                        "The service is overloaded. Please try again later.",
                        cause)
                : new DataFailureException(attempt, cause);
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

    /** What a pool says itself may have any state: it has no connection to give. */
    private static boolean isOutOfReach(SQLException cause, String state) {
        return state.startsWith("08")
                || OUT_OF_REACH.contains(state)
                || cause instanceof SQLTransientConnectionException;
    }
}
