package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that is kept or undone as a whole: a transaction, or a part of one since a savepoint. */
interface Scope {
    /** Refuses when it could only seem to be kept. */
    void prepareToKeep();

    void keep();

    void undo();

    /** What Spring's transaction manager has begun, or nested by a savepoint of its own. */
    record Managed(
            PlatformTransactionManager manager, TransactionStatus status, DataSource dataSource, PendingChanges pending)
            implements Scope {
        @Override
        public void prepareToKeep() {
            if (status.isNewTransaction()) {
                pending.flush(); // while listeners can still register
                AbortedTransaction.refuseCommit(dataSource);
            }
        }

        @Override
        public void keep() {
            manager.commit(status);
        }

        @Override
        public void undo() {
            manager.rollback(status);
        }
    }

    /**
     * A savepoint of our own, because Spring has none where JPA manages the transaction. What JPA keeps back when the work
     * is undone is that work's: it was asked to write all before.
     */
    record SinceSavepoint(Connection connection, Savepoint savepoint, PendingChanges pending) implements Scope {

        static Scope begin(Connection connection, PendingChanges pending) {
            try {
                Savepoint savepoint = connection.setSavepoint();
                TransactionSynchronizationManager.getSynchronizations()
                        .forEach(listener -> listener.savepoint(savepoint));
                return new SinceSavepoint(connection, savepoint, pending);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot set a savepoint", cause);
            }
        }

        @Override
        public void prepareToKeep() {
            try {
                SqlFailures.requireNotAborted(connection);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot keep joined work", cause);
            }
        }

        @Override
        public void keep() {
            try {
                connection.releaseSavepoint(savepoint);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot keep joined work", cause);
            }
        }

        @Override
        public void undo() {
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(listener -> listener.savepointRollback(savepoint));
            pending.forget();
            try {
                connection.rollback(savepoint);
                connection.releaseSavepoint(savepoint);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot undo joined work", cause);
            }
        }
    }
}
