package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Looks at the transaction of this thread before its commit, without opening a connection that is not open yet. */
final class AbortedTransaction {
    /** How Spring's lazy connections describe themselves until they are opened. */
    private static final String UNOPENED = "Lazy Connection proxy";

    private AbortedTransaction() {}

    /** Throws if a statement failed, so that the commit would be a rollback. */
    static void refuseCommit(DataSource dataSource) {
        @Nullable
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource);
        if (holder != null) {
            refuseCommit(holder.getConnection());
        }
    }

    private static void refuseCommit(Connection connection) {
        if (connection.toString().startsWith(UNOPENED)) {
            return;
        }
        try {
            SqlFailures.requireNotAborted(connection);
        } catch (SQLException failure) {
            throw SqlFailures.of("Cannot commit", failure);
        }
    }
}
