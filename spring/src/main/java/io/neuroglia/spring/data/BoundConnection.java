package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.ConnectionTransaction;
import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Looks at the connection of this thread's transaction without opening one that is not open yet. */
final class BoundConnection {
    /** How Spring's lazy connections describe themselves until they are opened. */
    private static final String UNOPENED = "Lazy Connection proxy";

    private final DataSource dataSource;

    BoundConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What stands for it on this thread; null if none is bound. */
    @Nullable
    Object resource() {
        return TransactionSynchronizationManager.getResource(dataSource);
    }

    /** Throws if a statement failed, so that the commit would be a rollback. */
    void refuseCommitIfAborted() {
        @Nullable Connection opened = opened();
        if (opened != null) {
            try {
                SqlFailures.requireNotAborted(opened);
            } catch (SQLException failure) {
                throw SqlFailures.of("Cannot commit", failure);
            }
        }
    }

    /** Whether the database has a transaction open: a statement was sent, and the commit was not. */
    boolean isInTransaction() {
        @Nullable Connection opened = opened();
        try {
            return opened != null && ConnectionTransaction.isOpen(opened);
        } catch (SQLException failure) {
            throw SqlFailures.of("Cannot see whether the transaction is open", failure);
        }
    }

    /** Whether the transaction has changed or locked a row. */
    boolean hasChanged() {
        @Nullable Connection opened = opened();
        try {
            return opened != null && ConnectionTransaction.hasChanged(opened);
        } catch (SQLException failure) {
            throw SqlFailures.of("Cannot see whether the transaction has changed anything", failure);
        }
    }

    /** The connection that is bound now, for any thread to ask; null as long as it is not open. */
    Supplier<@Nullable Connection> onceOpened() {
        if (!(resource() instanceof ConnectionHolder holder)) {
            return () -> null;
        }
        Connection connection = holder.getConnection();
        return () -> connection.toString().startsWith(UNOPENED) ? null : connection;
    }

    private @Nullable Connection opened() {
        return onceOpened().get();
    }
}
