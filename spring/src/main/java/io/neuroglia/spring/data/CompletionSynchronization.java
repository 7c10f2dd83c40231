package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions.Completion;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a listener how a transaction of Spring's ends. Spring calls back while the finished transaction is still bound to
 * the thread, where statements would join it and never be committed; so it is taken off for the time of the call.
 */
final class CompletionSynchronization implements TransactionSynchronization {
    private static final Logger LOG = LoggerFactory.getLogger(CompletionSynchronization.class);

    private final Object owner;
    private final Completion completion;
    private final DataSource dataSource;
    private final PendingChanges pending;
    private boolean asked;

    /**
     * One listener of one transaction.
     *
     * @param owner whose listener it is, told apart by identity
     * @param dataSource under which the transaction's connection is bound
     * @param pending is written before the listener is asked, because it may raise events or break a rule
     */
    CompletionSynchronization(Object owner, Completion completion, DataSource dataSource, PendingChanges pending) {
        this.owner = owner;
        this.completion = completion;
        this.dataSource = dataSource;
        this.pending = pending;
    }

    /** Those registered with the thread's transaction. */
    static List<CompletionSynchronization> registered() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(CompletionSynchronization.class::isInstance)
                .map(CompletionSynchronization.class::cast)
                .toList();
    }

    Completion completion() {
        return completion;
    }

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

    /** Asks also those that register meanwhile, whom Spring would pass over. */
    @Override
    public void beforeCommit(boolean readOnly) {
        pending.flush();
        for (Optional<CompletionSynchronization> next = unasked(); next.isPresent(); next = unasked()) {
            next.get().asked = true;
            next.get().completion.beforeCommit();
        }
        AbortedTransaction.refuseCommit(dataSource);
    }

    @Override
    public void afterCompletion(int status) {
        boolean committed = status == STATUS_COMMITTED;
        if (committed && !asked) {
            LOG.error(
                    "{} was registered so late in the commit that what it is to write with it is not written. Events"
                            + " are raised before JPA writes at the commit: in the handler, or after"
                            + " EntityManager.flush()",
                    completion);
        }
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        @Nullable Object connection = TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
        TransactionSynchronizationManager.setActualTransactionActive(false);
        try {
            completion.afterCompletion(committed);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(active);
            if (connection != null) {
                TransactionSynchronizationManager.bindResource(dataSource, connection);
            }
        }
    }

    private static Optional<CompletionSynchronization> unasked() {
        return registered().stream().filter(listener -> !listener.asked).findFirst();
    }
}
