package io.neuroglia.spring.data;

import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.jdbc.ConnectionTransaction;
import io.neuroglia.data.jdbc.ConnectionUse;
import io.neuroglia.data.jdbc.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Transactions that Spring manages: what runs in here and what runs in a {@code @Transactional} method around it or
 * inside it share one. Joining makes a savepoint, so the transaction manager must support nested transactions, as
 * {@link org.springframework.jdbc.support.JdbcTransactionManager} does, or be that of JPA. What JPA keeps back is written
 * before a connection is given out, before a savepoint and before the commit; when joined work is undone, JPA's entities
 * are detached, as after any rollback. Thread-safe.
 *
 * <p>What is done after the end of a transaction, such as in Spring's {@code afterCommit}, does not belong to it any more:
 * work begins a transaction of its own there, and a connection or a listener is refused.
 *
 * <p>The transaction manager fetches its connection when a transaction begins. With
 * {@code spring.datasource.connection-fetch=lazy} it does so at the first statement, and a handler that only calls a
 * remote service holds none.
 *
 * @since 0.1
 */
public final class SpringTransactions implements Transactions {
    /** Makes a savepoint in the thread's transaction. */
    private static final TransactionDefinition NESTED =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    /** Begins a transaction, also while a finished one is still bound to the thread. */
    private static final TransactionDefinition NEW =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    private final PlatformTransactionManager transactionManager;
    private final DataSource dataSource;
    private final ManagedTransactions managed;
    private final @Nullable AnnouncedConnections lazy;

    /**
     * Transactions of one database.
     *
     * @param transactionManager manages transactions of the data source
     * @param dataSource the one that the transaction manager was given
     * @throws IllegalArgumentException if the manager manages another data source, or does not tell of commits
     */
    public SpringTransactions(PlatformTransactionManager transactionManager, DataSource dataSource) {
        this.transactionManager = Objects.requireNonNull(transactionManager, "transactionManager");
        this.dataSource = ManagedTransactions.plain(Objects.requireNonNull(dataSource, "dataSource"));
        this.managed = ManagedTransactions.follow(transactionManager, this.dataSource);
        this.lazy = AnnouncedConnections.behind(this.dataSource);
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

    /** A transaction takes its connection when it begins, or with the first statement if connections are lazy. */
    @Override
    public <V> V execute(Callable<V> work, Predicate<? super V> keep, ConnectionUse use) throws Exception {
        if (isActive()) {
            return execute(work, keep);
        }
        if (lazy != null) {
            return lazy.tell(use, () -> execute(work, keep));
        }
        use.beforeTaking();
        try {
            return execute(
                    () -> {
                        use.taken(managed.connection().onceOpened());
                        return work.call();
                    },
                    keep);
        } finally {
            use.givenBack();
        }
    }

    @Override
    public boolean isActive() {
        ManagedTransaction current = managed.current();
        return current != null && current.isActive();
    }

    @Override
    public Connection connection() {
        active("a connection").flush();
        try {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            if (managed.connection().resource() == null || connection.getAutoCommit()) {
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
    public boolean isUntouched() {
        return active("a look at its changes").isUntouched();
    }

    @Override
    public Connection newConnection() {
        try {
            return ConnectionTransaction.inAutoCommit(dataSource.getConnection());
        } catch (SQLException failure) {
            throw new DataUnavailableException(failure);
        }
    }

    @Override
    public Completion completion(Object owner, Supplier<? extends Completion> create) {
        return active("a listener").completion(owner, create);
    }

    private Scope open() {
        @Nullable ManagedTransaction current = managed.current();
        if (current == null || !current.isActive()) {
            return begin(NEW);
        }
        return current.isHidden() || managed.pending().needsOwnSavepoints()
                ? Scope.SinceSavepoint.begin(connection(), current, managed.pending())
                : begin(NESTED);
    }

    private Scope begin(TransactionDefinition definition) {
        try {
            TransactionStatus status = transactionManager.getTransaction(definition);
            return new Scope.Managed(transactionManager, status, managed);
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

    private ManagedTransaction active(String wanted) {
        @Nullable ManagedTransaction current = managed.current();
        if (current == null || !current.isActive()) {
            throw new IllegalStateException("There is no transaction of this data source for " + wanted + ", or it has"
                    + " committed already. Call this inside execute(…), a command's handler or a @Transactional method,"
                    + " and not after the commit.");
        }
        return current;
    }
}
