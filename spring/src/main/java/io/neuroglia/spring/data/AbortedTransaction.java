package io.neuroglia.spring.data;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction in which a statement failed and the work went on as if nothing had happened. PostgreSQL answers its
 * commit with a rollback, which the driver does not tell; so it is asked before.
 */
final class AbortedTransaction {
    /** How Spring's lazy connections describe themselves until they are opened, which asking must not do. */
    private static final String UNOPENED = "Lazy Connection proxy";

    private AbortedTransaction() {}

    /** Throws if the commit of this thread's transaction would be a rollback. */
    static void refuseCommit(DataSource dataSource) throws SQLException {
        @Nullable
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource);
        if (holder != null && isAborted(holder.getConnection())) {
            throw new IllegalStateException("A statement failed in this transaction, so PostgreSQL will not commit it,"
                    + " but the work hid the failure and answered a success. Let the exception pass, or run the"
                    + " statement in a unit of work of its own, which is undone alone.");
        }
    }

    private static boolean isAborted(Connection connection) throws SQLException {
        return !connection.toString().startsWith(UNOPENED)
                && connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
