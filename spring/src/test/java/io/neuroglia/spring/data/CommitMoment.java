package io.neuroglia.spring.data;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When Spring calls an application in the course of a commit. */
enum CommitMoment {
    BEFORE_COMMIT_FIRST(true, Ordered.HIGHEST_PRECEDENCE),
    BEFORE_COMMIT(true, Ordered.LOWEST_PRECEDENCE),
    BEFORE_COMPLETION(true, Ordered.LOWEST_PRECEDENCE),
    LISTENER_BEFORE_COMMIT(true, Ordered.LOWEST_PRECEDENCE),
    AFTER_COMMIT_FIRST(false, Ordered.HIGHEST_PRECEDENCE),
    AFTER_COMMIT(false, Ordered.LOWEST_PRECEDENCE),
    AFTER_COMPLETION_FIRST(false, Ordered.HIGHEST_PRECEDENCE),
    AFTER_COMPLETION(false, Ordered.LOWEST_PRECEDENCE),
    LISTENER_AFTER_COMMIT(false, Ordered.LOWEST_PRECEDENCE);

    private final boolean inTime;
    private final int order;

    CommitMoment(boolean inTime, int order) {
        this.inTime = inTime;
        this.order = order;
    }

    /** Whether the transaction is still open then. */
    boolean isInTime() {
        return inTime;
    }

    /** Has a step run once, at this moment of the transaction that is open now. */
    void call(PlatformTransactionManager manager, Runnable step) {
        Calls calls = new Calls(step);
        TransactionSynchronizationManager.registerSynchronization(calls);
        ((ConfigurableTransactionManager) manager).addListener(calls);
    }

    private final class Calls implements TransactionSynchronization, TransactionExecutionListener, Ordered {
        private final Runnable step;
        private boolean called;

        Calls(Runnable step) {
            this.step = step;
        }

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            at(BEFORE_COMMIT, BEFORE_COMMIT_FIRST);
        }

        @Override
        public void beforeCompletion() {
            at(BEFORE_COMPLETION);
        }

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            at(LISTENER_BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            at(AFTER_COMMIT, AFTER_COMMIT_FIRST);
        }

        @Override
        public void afterCompletion(int status) {
            at(AFTER_COMPLETION, AFTER_COMPLETION_FIRST);
        }

        @Override
        public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
            at(LISTENER_AFTER_COMMIT);
        }

        /** Only once, because a step may have transactions of its own. */
        private void at(CommitMoment... moments) {
            for (CommitMoment moment : moments) {
                if (moment == CommitMoment.this && !called) {
                    called = true;
                    step.run();
                }
            }
        }
    }
}
