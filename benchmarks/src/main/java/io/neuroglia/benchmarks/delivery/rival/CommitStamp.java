package io.neuroglia.benchmarks.delivery.rival;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes in a transaction of Spring's when it has committed, before anybody else is told. */
record CommitStamp(Journal journal, int order) implements TransactionSynchronization {
    /** To be called inside the transaction. */
    static void register(Journal journal, int order) {
        TransactionSynchronizationManager.registerSynchronization(new CommitStamp(journal, order));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
        journal.committed(order);
    }
}
