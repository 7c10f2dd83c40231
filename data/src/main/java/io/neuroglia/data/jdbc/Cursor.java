package io.neuroglia.data.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result that the database keeps, and sends some rows at a time: in the transaction of the thread that opens it, or
 * without one in a transaction and on a connection of its own. For one thread at a time.
 */
final class Cursor implements Transactions.Completion, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cursor.class);

    /** Few, because a row may be large; enough, because each time costs a round trip. */
    private static final int ROWS_AT_ONCE = 100;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final @Nullable Connection own;
    private boolean closed;
    private volatile boolean transactionEnded;

    private Cursor(PreparedStatement statement, @Nullable Connection own) throws SQLException {
        statement.setFetchSize(ROWS_AT_ONCE);
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.own = own;
    }

    static Cursor open(Transactions transactions, String sql, Object... parameters) throws SQLException {
        if (!transactions.isActive()) {
            return openAlone(transactions.newConnection(), sql, parameters);
        }
        Cursor cursor = open(transactions.connection(), null, sql, parameters);
        transactions.completion(cursor, () -> cursor);
        return cursor;
    }

    private static Cursor openAlone(Connection own, String sql, Object... parameters) throws SQLException {
        try {
            own.setAutoCommit(false); // without a transaction the driver would read all rows at once
            return open(own, own, sql, parameters);
        } catch (SQLException | RuntimeException cause) {
            giveBack(own);
            throw cause;
        }
    }

    private static Cursor open(Connection connection, @Nullable Connection own, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = Statements.prepare(connection, sql, parameters);
        try {
            return new Cursor(statement, own);
        } catch (SQLException cause) {
            statement.close();
            throw cause;
        }
    }

    /** The next row, or null after the last, when it is closed. */
    @Nullable
    ResultSet next() throws SQLException {
        if (closed) {
            return null;
        }
        if (transactionEnded) {
            throw new IllegalStateException("The stream's unit of work has ended. Read the stream inside the unit, or"
                    + " open it outside of one.");
        }
        if (rows.next()) {
            return rows;
        }
        close();
        return null;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (own != null) {
            giveBack(own);
        } else if (!transactionEnded) { // what the transaction's connection had open was closed when it was given back
            try {
                statement.close();
            } catch (SQLException cause) {
                LOG.debug("A cursor could not be closed; it ends with its transaction", cause);
            }
        }
    }

    @Override
    public boolean isUntouched() {
        return true; // it reads
    }

    @Override
    public void beforeCommit() {}

    @Override
    public void afterCompletion(boolean committed) {
        transactionEnded = true;
    }

    /** The end of the transaction closes the cursor. */
    private static void giveBack(Connection own) {
        try (own) {
            own.rollback();
            own.setAutoCommit(true);
        } catch (SQLException cause) {
            LOG.warn("The connection of a stream could not be given back cleanly", cause);
        }
    }
}
