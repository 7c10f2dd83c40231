package io.neuroglia.spring.data;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * What an object-relational mapper in the same transaction keeps back. It is written before statements that go past the
 * mapper, so that they see it, and before a savepoint, so that it does not fall with what comes after.
 */
interface PendingChanges {
    /** Writes what the mapper keeps back. */
    void flush();

    /** Has the mapper forget what it knows and keeps back, because a part of it is undone in the database. */
    void forget();

    /** Whether Spring sets no savepoints where this mapper manages the transaction. */
    boolean needsOwnSavepoints();

    /** The data source that the mapper's transaction manager manages; null if it does not tell. */
    @Nullable
    DataSource dataSource();

    static PendingChanges of(PlatformTransactionManager manager) {
        boolean mapperKnown = ClassUtils.isPresent(
                "org.springframework.orm.jpa.JpaTransactionManager", PendingChanges.class.getClassLoader());
        return mapperKnown ? JpaPendingChanges.of(manager) : new None();
    }

    /** All is written when it is done. */
    record None() implements PendingChanges {
        @Override
        public void flush() {}

        @Override
        public void forget() {}

        @Override
        public boolean needsOwnSavepoints() {
            return false;
        }

        @Override
        public @Nullable DataSource dataSource() {
            return null;
        }
    }
}
