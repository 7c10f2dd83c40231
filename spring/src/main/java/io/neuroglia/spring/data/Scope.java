package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that is kept or undone as a whole: a transaction, or a part of one since a savepoint. */
interface Scope {
    /** Refuses when it could only seem to be kept. */
    void prepareToKeep();

    void keep();

    void undo();

    /** What Spring's transaction manager has begun, or nested by a savepoint of its own. */
    record Managed(PlatformTransactionManager manager, TransactionStatus status, ManagedTransactions managed)
            implements Scope {
        @Override
        public void prepareToKeep() {
            if (status.isNewTransaction()) {
                managed.connection().refuseCommitIfAborted();
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
     * A savepoint of our own, because Spring has none where JPA manages the transaction, and does not tell of one while
     * another manager has a transaction on the thread. What JPA keeps back when the work
     * is undone is that work's: it was asked to write all before.
     */
    record SinceSavepoint(
            Connection connection, Savepoint savepoint, ManagedTransaction transaction, PendingChanges pending)
            implements Scope {

        static Scope begin(Connection connection, ManagedTransaction transaction, PendingChanges pending) {
            try {
                Savepoint savepoint = connection.setSavepoint();
                SinceSavepoint begun = new SinceSavepoint(connection, savepoint, transaction, pending);
                begun.listeners().forEach(listener -> listener.savepoint(savepoint));
                return begun;
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
            listeners().forEach(listener -> listener.savepointRollback(savepoint));
            pending.forget();
            try {
                connection.rollback(savepoint);
                connection.releaseSavepoint(savepoint);
            } catch (SQLException cause) {
                throw SqlFailures.of("Cannot undo joined work", cause);
            }
        }

        /** Those of another manager's transaction have no part in it. */
        private List<? extends TransactionSynchronization> listeners() {
            return transaction.isHidden()
                    ? List.of(transaction)
                    : TransactionSynchronizationManager.getSynchronizations();
        }
    }
}
