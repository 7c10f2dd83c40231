package io.neuroglia.benchmarks.delivery;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The listeners, a class for each, because the registry tells them apart by class and method. Without an effect they are
 * asynchronous and transactional event listeners, which need no transaction of their own.
 */
final class ModulithListeners {
    static final List<Class<?>> WITHOUT_EFFECT = List.of(Quiet1.class, Quiet2.class, Quiet3.class);
    static final List<Class<?>> WITH_EFFECT = List.of(Inserting1.class, Inserting2.class, Inserting3.class);

    private ModulithListeners() {}

    /** Notes that it was called. */
    static class Quiet1 {
        private final Journal journal;

        Quiet1(Journal journal) {
            this.journal = journal;
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            journal.begun(0, event.order());
        }
    }

    /** Notes that it was called. */
    static class Quiet2 {
        private final Journal journal;

        Quiet2(Journal journal) {
            this.journal = journal;
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            journal.begun(1, event.order());
        }
    }

    /** Notes that it was called. */
    static class Quiet3 {
        private final Journal journal;

        Quiet3(Journal journal) {
            this.journal = journal;
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            journal.begun(2, event.order());
        }
    }

    /** Inserts a row in a transaction of its own. */
    static class Inserting1 {
        private final Journal journal;
        private final DataSource database;

        Inserting1(Journal journal, DataSource database) {
            this.journal = journal;
            this.database = database;
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            journal.begun(0, event.order());
            BusinessTables.insertEffect(DataSourceUtils.getConnection(database), 0, event.order());
        }
    }

    /** Inserts a row in a transaction of its own. */
    static class Inserting2 {
        private final Journal journal;
        private final DataSource database;

        Inserting2(Journal journal, DataSource database) {
            this.journal = journal;
            this.database = database;
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            journal.begun(1, event.order());
            BusinessTables.insertEffect(DataSourceUtils.getConnection(database), 1, event.order());
        }
    }

    /** Inserts a row in a transaction of its own. */
    static class Inserting3 {
        private final Journal journal;
        private final DataSource database;

        Inserting3(Journal journal, DataSource database) {
            this.journal = journal;
            this.database = database;
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            journal.begun(2, event.order());
            BusinessTables.insertEffect(DataSourceUtils.getConnection(database), 2, event.order());
        }
    }
}
