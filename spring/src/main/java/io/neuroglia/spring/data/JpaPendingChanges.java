package io.neuroglia.spring.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What JPA keeps back. Loaded only when JPA is there. */
final class JpaPendingChanges implements PendingChanges {
    private final EntityManagerFactory factory;
    private final @Nullable DataSource dataSource;

    /** Set while JPA writes: its callbacks may come back here, and JPA must not be asked to write meanwhile. */
    @SuppressWarnings("ThreadLocalUsage") // of this instance: two applications in one JVM share nothing
    private final ThreadLocal<Boolean> flushing = new ThreadLocal<>();

    private JpaPendingChanges(EntityManagerFactory factory, @Nullable DataSource dataSource) {
        this.factory = factory;
        this.dataSource = dataSource;
    }

    static PendingChanges of(PlatformTransactionManager manager) {
        return manager instanceof JpaTransactionManager jpa
                ? new JpaPendingChanges(Objects.requireNonNull(jpa.getEntityManagerFactory()), jpa.getDataSource())
                : new None();
    }

    @Override
    public void flush() {
        if (flushing.get() != null || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return;
        }
        flushing.set(true);
        try {
            inTransaction(EntityManager::flush);
        } finally {
            flushing.remove();
        }
    }

    /** As after a rollback of JPA's own: entities are detached. */
    @Override
    public void forget() {
        inTransaction(EntityManager::clear);
    }

    @Override
    public boolean needsOwnSavepoints() {
        return true;
    }

    @Override
    public @Nullable DataSource dataSource() {
        return dataSource;
    }

    private void inTransaction(Consumer<EntityManager> step) {
        @Nullable EntityManager entities = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        if (entities != null) {
            step.accept(entities);
        }
    }
}
