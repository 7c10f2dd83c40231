package io.neuroglia.benchmarks.delivery.rival;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The handlers, a class for each, because the outbox tells them apart by class. */
final class NamastackHandlers {
    static final List<Class<? extends Handler>> ALL = List.of(First.class, Second.class, Third.class);

    private NamastackHandlers() {}

    /** Notes that it was called and, if there is to be an effect, inserts a row in a transaction of its own. */
    abstract static class Handler implements OutboxTypedHandler<OrderPlaced> {
        private final Parts parts;
        private final int number;

        Handler(Parts parts, int number) {
            this.parts = parts;
            this.number = number;
        }

        @Override
        public void handle(OrderPlaced event, OutboxRecordMetadata metadata) {
            parts.journal().begun(number, event.order());
            if (parts.load().effect()) {
                parts.transactions().executeWithoutResult(status -> insert(event));
            }
        }

        private void insert(OrderPlaced event) {
            try {
                BusinessTables.insertEffect(DataSourceUtils.getConnection(parts.pool()), number, event.order());
            } catch (SQLException cause) {
                throw new IllegalStateException(cause);
            }
        }
    }

    /** What a handler needs. */
    record Parts(Journal journal, Load load, DataSource pool, TransactionTemplate transactions) {}

    static final class First extends Handler {
        First(Parts parts) {
            super(parts, 0);
        }
    }

    static final class Second extends Handler {
        Second(Parts parts) {
            super(parts, 1);
        }
    }

    static final class Third extends Handler {
        Third(Parts parts) {
            super(parts, 2);
        }
    }
}
