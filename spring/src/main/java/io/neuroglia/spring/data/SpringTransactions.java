package io.neuroglia.spring.data;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions that Spring manages: what runs in here and what runs in a {@code @Transactional} method around it or
 * inside it share one. Joining makes a savepoint, so the transaction manager must support nested transactions, as
 * {@link org.springframework.jdbc.support.JdbcTransactionManager} does, or be that of JPA. What JPA keeps back is written
 * before a connection is given out, before a savepoint and before the commit; when joined work is undone, JPA's entities
 * are detached, as after any rollback. Thread-safe.
 *
 * <p>The transaction manager fetches its connection when a transaction begins. With
 * {@code spring.datasource.connection-fetch=lazy} it does so at the first statement, and a handler that only calls a
 * remote service holds none.
 *
 * @since 0.1
 */
public final class SpringTransactions implements Transactions {
    /** Begins a transaction, or makes a savepoint in the thread's. */
    private static final TransactionDefinition NESTED =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final PlatformTransactionManager transactionManager;
    private final DataSource dataSource;
    private final PendingChanges pending;

    /**
     * Transactions of one database.
     *
     * @param transactionManager manages transactions of the data source
     * @param dataSource the one that the transaction manager was given
     */
    public SpringTransactions(PlatformTransactionManager transactionManager, DataSource dataSource) {
        this.transactionManager = Objects.requireNonNull(transactionManager, "transactionManager");
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.pending = PendingChanges.of(transactionManager);
    }

    @Override
    public <V> V execute(Callable<V> work, Predicate<? super V> keep) throws Exception {
        Scope scope = open();
        V outcome;
        boolean kept;
        try {
            outcome = work.call();
            kept = keep.test(outcome);
            if (kept) {
                scope.prepareToKeep();
            }
        } catch (Throwable failure) {
            undoAfter(failure, scope);
            throw failure;
        }
        if (kept) {
            scope.keep();
        } else {
            scope.undo();
        }
        return outcome;
    }

    @Override
    public boolean isActive() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    @Override
    public Connection connection() {
        requireActive("a connection");
        pending.flush();
        try {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("The transaction of this thread is not one of this data source."
                        + " Give SpringTransactions the transaction manager that manages it.");
            }
            // A lazy connection is opened by this, so that an unreachable database is noticed here.
            connection.getMetaData();
            return connection;
        } catch (CannotGetJdbcConnectionException | SQLException failure) {
            throw new DataUnavailableException(failure);
        }
    }

    @Override
    public Connection newConnection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException failure) {
            throw new DataUnavailableException(failure);
        }
    }

    @Override
    public Completion completion(Object owner, Supplier<? extends Completion> create) {
        requireActive("a listener");
        return CompletionSynchronization.registered().stream()
                .filter(registered -> registered.belongsTo(owner))
                .map(CompletionSynchronization::completion)
                .findFirst()
                .orElseGet(() -> register(owner, create.get()));
    }

    private Completion register(Object owner, Completion completion) {
        TransactionSynchronizationManager.registerSynchronization(
                new CompletionSynchronization(owner, completion, dataSource, pending));
        return completion;
    }

    private Scope open() {
        if (isActive() && pending.needsOwnSavepoints()) {
            return Scope.SinceSavepoint.begin(connection(), pending);
        }
        try {
            TransactionStatus status = transactionManager.getTransaction(NESTED);
            return new Scope.Managed(transactionManager, status, dataSource, pending);
        } catch (CannotCreateTransactionException failure) {
            throw new DataUnavailableException(failure);
        }
    }

    private static void undoAfter(Throwable failure, Scope scope) {
        try {
            scope.undo();
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private void requireActive(String wanted) {
        if (!isActive()) {
            throw new IllegalStateException("There is no transaction for " + wanted
                    + ". Call this inside execute(…), a command's handler or a @Transactional method.");
        }
    }
}
