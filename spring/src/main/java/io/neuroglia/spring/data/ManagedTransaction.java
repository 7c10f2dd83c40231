package io.neuroglia.spring.data;

import io.neuroglia.data.jdbc.Transactions.Completion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One transaction of Spring's from its begin to its end, with those who listen to it. It is bound to the thread as the
 * transaction's connection is, so that it is known at any time how far the transaction has come:
 *
 * <ol>
 *   <li>until Spring's synchronizations are told of the commit, listeners register and wait;
 *   <li>then they have written, and whoever registers still is asked at once;
 *   <li>while the manager commits, which lets JPA write once more, statements go past JPA, and none is accepted once the
 *       database has committed;
 *   <li>then it is over, although Spring keeps it bound to the thread while it tells everybody.
 * </ol>
 */
final class ManagedTransaction implements TransactionSynchronization, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedTransaction.class);

    private final ManagedTransactions of;
    private final @Nullable ManagedTransaction former;
    private final IdentityHashMap<Object, Completion> completions = new IdentityHashMap<>();
    private final List<Completion> inOrder = new ArrayList<>();
    private Phase phase = Phase.OPEN;
    private boolean changed;
    private boolean suspended;
    private @Nullable Object connectionWhenSuspended;

    /**
     * Begins.
     *
     * @param former the one that is suspended meanwhile; null if there is none
     */
    ManagedTransaction(ManagedTransactions of, @Nullable ManagedTransaction former) {
        this.of = of;
        this.former = former;
    }

    @Nullable
    ManagedTransaction former() {
        return former;
    }

    /** Whether what is done now can still become a part of it. */
    boolean isActive() {
        if (!isOnTheThread()) {
            return false;
        }
        return switch (phase) {
            case OPEN, ASKED -> true;
            case COMMITTING -> of.connection().isInTransaction();
            case OVER -> false;
        };
    }

    /** Whether Spring would not tell of savepoints, because another manager has begun a transaction on the thread. */
    boolean isHidden() {
        return suspended;
    }

    /** A transaction of another manager suspends those who listen to this one, but not this one itself. */
    @SuppressWarnings("ReferenceEquality") // the very one
    private boolean isOnTheThread() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return false;
        }
        return !suspended
                || (connectionWhenSuspended != null
                        && connectionWhenSuspended == of.connection().resource());
    }

    /** Has JPA write what it keeps back; not while it does so itself. */
    @Override
    public void flush() {
        if (phase != Phase.COMMITTING) {
            of.pending().flush();
        }
    }

    boolean isUntouched() {
        flush(); // may raise events
        changed = changed || of.connection().hasChanged();
        return !changed && inOrder.stream().allMatch(Completion::isUntouched);
    }

    Completion completion(Object owner, Supplier<? extends Completion> create) {
        Completion known = completions.get(owner);
        if (known != null) {
            return known;
        }
        Completion created = create.get();
        completions.put(owner, created);
        inOrder.add(created);
        if (phase != Phase.OPEN) {
            created.beforeCommit();
        }
        return created;
    }

    /** The first, so that whoever comes after knows that it is over. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
        suspended = true;
        connectionWhenSuspended = of.connection().resource();
    }

    @Override
    public void resume() {
        suspended = false;
        connectionWhenSuspended = null;
    }

    @Override
    public void savepoint(Object savepoint) {
        inOrder.forEach(completion -> completion.savepoint(savepoint));
    }

    @Override
    public void savepointRollback(Object savepoint) {
        inOrder.forEach(completion -> completion.rolledBackTo(savepoint));
    }

    /** Asks also those that register meanwhile. */
    @Override
    public void beforeCommit(boolean readOnly) {
        of.pending().flush();
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).beforeCommit();
        }
        phase = Phase.ASKED;
    }

    /** When Spring has asked all others, who may have changed something after {@link #beforeCommit(boolean)}. */
    void approveCommit() {
        of.pending().flush();
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).approveCommit();
        }
        of.connection().refuseCommitIfAborted();
        phase = Phase.COMMITTING;
    }

    @Override
    public void afterCommit() {
        phase = Phase.OVER;
    }

    @Override
    public void afterCompletion(int status) {
        phase = Phase.OVER;
        of.ended(this);
        if (!inOrder.isEmpty()) {
            of.withoutTransaction(() -> inOrder.forEach(listener -> tell(listener, status == STATUS_COMMITTED)));
        }
    }

    private static void tell(Completion listener, boolean committed) {
        try {
            listener.afterCompletion(committed);
        } catch (RuntimeException | Error failure) {
            LOG.error("An action after a transaction failed; the transaction itself stands", failure);
        }
    }

    private enum Phase {
        OPEN,
        ASKED,
        COMMITTING,
        OVER
    }
}
