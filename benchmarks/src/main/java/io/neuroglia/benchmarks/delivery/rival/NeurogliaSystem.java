package io.neuroglia.benchmarks.delivery.rival;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.result.OperationResult;
import java.time.Duration;
import java.util.List;

/**
 * Neuroglia in plain Java. Each event is of an aggregate of its own, so it is ordered by key.
 */
public final class NeurogliaSystem implements EventSystem {
    /** Longer than the oldest partition that a load asks for. */
    static final Duration RETENTION = Duration.ofDays(90);

    static final String APPLICATION = "benchmark";

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final DurableDelivery delivery;
    private final DurableUnitOfWork unitOfWork;
    private final Load load;
    private final Journal journal;

    private NeurogliaSystem(HikariDataSource pool, Load load, Journal journal) {
        this.pool = pool;
        this.load = load;
        this.journal = journal;
        this.transactions = new JdbcTransactions(pool);
        this.delivery = DurableDelivery.create(pool, transactions, settings());
        this.unitOfWork = delivery.unitOfWork();
    }

    /** As by default, with deliveries on half of the pool, which is what the Spring Boot starter sets. */
    public static DeliverySettings settings() {
        return DeliverySettings.forApplication(APPLICATION)
                .withRetention(RETENTION)
                .withConnections(Database.POOL / 2);
    }

    static NeurogliaSystem start(Database database, Load load, Journal journal) {
        NeurogliaTables.empty(database);
        NeurogliaSystem system = new NeurogliaSystem(database.pool(), load, journal);
        system.delivery.start(system.mediator());
        NeurogliaTables.partition(database, load.partitions());
        return system;
    }

    private Mediator mediator() {
        MediatorBuilder mediator = Mediator.builder();
        for (int handler = 0; handler < load.handlers(); handler++) {
            int number = handler;
            mediator.on("handler-" + number, OrderPlaced.class, event -> {
                journal.begun(number, event.order());
                if (load.effect()) {
                    BusinessTables.insertEffect(transactions.connection(), number, event.order());
                }
            });
        }
        return mediator.build();
    }

    @Override
    public void place(int order) throws Exception {
        OrderPlaced event = OrderPlaced.of(order, load.payload());
        unitOfWork.execute(() -> {
            transactions.completion(journal, () -> new Stamp(journal, order));
            BusinessTables.insertOrder(transactions.connection(), event);
            unitOfWork.accept("Order/" + order, 1, List.of(event));
            return OperationResult.noContent();
        });
    }

    @Override
    public String drained() {
        return NeurogliaTables.DRAINED;
    }

    @Override
    public void close() {
        delivery.stop();
        pool.close();
    }

    /** Told of the commit first, because it registers first. */
    private record Stamp(Journal journal, int order) implements Transactions.Completion {
        @Override
        public void beforeCommit() {
            // Only the commit itself is noted.
        }

        @Override
        public void afterCompletion(boolean committed) {
            journal.committed(order);
        }
    }
}
