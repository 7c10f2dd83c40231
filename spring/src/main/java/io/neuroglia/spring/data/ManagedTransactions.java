package io.neuroglia.spring.data;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follows each transaction of one of Spring's transaction managers, whoever begins it. Thread-safe. */
final class ManagedTransactions implements TransactionExecutionListener {
    private static final TransactionDefinition NONE =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

    private final PlatformTransactionManager manager;
    private final PendingChanges pending;
    private final BoundConnection connection;

    private ManagedTransactions(PlatformTransactionManager manager, DataSource dataSource) {
        this.manager = manager;
        this.pending = PendingChanges.of(manager);
        this.connection = new BoundConnection(dataSource);
    }

    /** Follows them from now on. */
    static ManagedTransactions follow(PlatformTransactionManager manager, DataSource dataSource) {
        if (!(manager instanceof ConfigurableTransactionManager followed)) {
            throw new IllegalArgumentException(manager.getClass().getName()
                    + " does not tell when its transactions commit, so events that are raised during a commit could be"
                    + " lost. Use a transaction manager that is a ConfigurableTransactionManager, as Spring's are.");
        }
        requireSame(manager, dataSource);
        ManagedTransactions transactions = new ManagedTransactions(manager, dataSource);
        followed.addListener(transactions);
        return transactions;
    }

    /** Under which the manager binds connections. */
    static DataSource plain(DataSource dataSource) {
        return dataSource instanceof TransactionAwareDataSourceProxy proxy
                ? Objects.requireNonNull(proxy.getTargetDataSource())
                : dataSource;
    }

    /** The data source whose transactions a manager manages; null if it does not tell. */
    static @Nullable DataSource dataSourceOf(PlatformTransactionManager manager) {
        return manager instanceof DataSourceTransactionManager plain
                ? plain.getDataSource()
                : PendingChanges.of(manager).dataSource();
    }

    private static void requireSame(PlatformTransactionManager manager, DataSource dataSource) {
        @Nullable DataSource managed = dataSourceOf(manager);
        if (managed != null && !managed.equals(dataSource)) {
            throw new IllegalArgumentException("The transaction manager "
                    + manager.getClass().getSimpleName()
                    + " manages transactions of another data source: of " + managed + ", and not of " + dataSource
                    + ". Give SpringTransactions the transaction manager of its data source.");
        }
    }

    PendingChanges pending() {
        return pending;
    }

    BoundConnection connection() {
        return connection;
    }

    /** The one of this thread, until Spring has told its end; null outside, and in one of another manager. */
    @Nullable
    ManagedTransaction current() {
        return (ManagedTransaction) TransactionSynchronizationManager.getResource(this);
    }

    void ended(ManagedTransaction transaction) {
        bind(transaction.former());
    }

    private void bind(@Nullable ManagedTransaction transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        if (transaction != null) {
            TransactionSynchronizationManager.bindResource(this, transaction);
        }
    }

    /**
     * Spring tells of the end while the finished transaction is still bound to the thread, where statements would join it
     * and never be committed; so it is taken off the thread meanwhile.
     */
    void withoutTransaction(Runnable step) {
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        TransactionStatus none = manager.getTransaction(NONE);
        try {
            step.run();
        } finally {
            manager.commit(none);
            TransactionSynchronizationManager.setActualTransactionActive(active);
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null
                && transaction.isNewTransaction()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            @Nullable ManagedTransaction former = current();
            ManagedTransaction begun =
                    new ManagedTransaction(this, former != null && former.isHidden() ? former : null);
            bind(begun);
            TransactionSynchronizationManager.registerSynchronization(begun);
        }
    }

    /** What this throws, rolls the transaction back. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        @Nullable ManagedTransaction current = current();
        if (current != null && transaction.isNewTransaction()) {
            current.approveCommit();
        }
    }
}
