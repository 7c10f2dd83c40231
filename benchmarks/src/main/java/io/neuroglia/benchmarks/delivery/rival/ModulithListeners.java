package io.neuroglia.benchmarks.delivery.rival;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The listeners, a class for each, because the registry tells them apart by class and method. Without an effect they are
 * asynchronous and transactional event listeners, which need no transaction of their own. What they do is inherited; the
 * method is not, because its class is a part of the listener's name.
 */
final class ModulithListeners {
    static final List<Class<?>> WITHOUT_EFFECT = List.of(Quiet1.class, Quiet2.class, Quiet3.class);
    static final List<Class<?>> WITH_EFFECT = List.of(Inserting1.class, Inserting2.class, Inserting3.class);

    private ModulithListeners() {}

    /** Notes that it was called. */
    abstract static class Quiet {
        private final Journal journal;
        private final int handler;

        Quiet(Journal journal, int handler) {
            this.journal = journal;
            this.handler = handler;
        }

        void note(OrderPlaced event) {
            journal.begun(handler, event.order());
        }
    }

    /** Inserts a row in a transaction of its own. */
    abstract static class Inserting extends Quiet {
        private final DataSource database;
        private final int handler;

        Inserting(Journal journal, DataSource database, int handler) {
            super(journal, handler);
            this.database = database;
            this.handler = handler;
        }

        void insert(OrderPlaced event) throws SQLException {
            note(event);
            BusinessTables.insertEffect(DataSourceUtils.getConnection(database), handler, event.order());
        }
    }

    static class Quiet1 extends Quiet {
        Quiet1(Journal journal) {
            super(journal, 0);
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            note(event);
        }
    }

    static class Quiet2 extends Quiet {
        Quiet2(Journal journal) {
            super(journal, 1);
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            note(event);
        }
    }

    static class Quiet3 extends Quiet {
        Quiet3(Journal journal) {
            super(journal, 2);
        }

        @Async
        @TransactionalEventListener
        void on(OrderPlaced event) {
            note(event);
        }
    }

    static class Inserting1 extends Inserting {
        Inserting1(Journal journal, DataSource database) {
            super(journal, database, 0);
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            insert(event);
        }
    }

    static class Inserting2 extends Inserting {
        Inserting2(Journal journal, DataSource database) {
            super(journal, database, 1);
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            insert(event);
        }
    }

    static class Inserting3 extends Inserting {
        Inserting3(Journal journal, DataSource database) {
            super(journal, database, 2);
        }

        @ApplicationModuleListener
        void on(OrderPlaced event) throws SQLException {
            insert(event);
        }
    }
}
