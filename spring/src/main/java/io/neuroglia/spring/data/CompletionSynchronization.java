package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions.Completion;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a listener how a transaction of Spring's ends. Spring calls back while the finished transaction is still bound to
 * the thread, where statements would join it and never be committed; so it is taken off for the time of the call.
 *
 * @param owner whose listener it is, told apart by identity
 * @param dataSource under which the transaction's connection is bound
 */
record CompletionSynchronization(Object owner, Completion completion, DataSource dataSource)
        implements TransactionSynchronization {

    @SuppressWarnings("ReferenceEquality") // two owners are two, even when they say they are equal
    boolean belongsTo(Object anyone) {
        return owner == anyone;
    }

    @Override
    public void savepoint(Object savepoint) {
        completion.savepoint(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
        completion.rolledBackTo(savepoint);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        completion.beforeCommit();
        AbortedTransaction.refuseCommit(dataSource);
    }

    @Override
    public void afterCompletion(int status) {
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        @Nullable Object connection = TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
        TransactionSynchronizationManager.setActualTransactionActive(false);
        try {
            completion.afterCompletion(status == STATUS_COMMITTED);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(active);
            if (connection != null) {
                TransactionSynchronizationManager.bindResource(dataSource, connection);
            }
        }
    }
}
