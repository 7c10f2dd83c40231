package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.benchmarks.delivery.rival.BusinessTables;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaSystem;
import io.neuroglia.benchmarks.delivery.rival.OrderPlaced;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.DurableUnitOfWork;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A process of its own, as it is by default: one that stores events and never gets on with them, or one that could deliver
 * them. Says {@code ready} when it is, and lives until it is killed.
 */
final class RecoveryProcess {
    static final int HANDLERS = 3;

    private static final int AT_ONCE = 50;

    private RecoveryProcess() {}

    /**
     * Runs.
     *
     * @param arguments URL of the database; how many events to store, 0 to be the one that delivers
     */
    public static void main(String... arguments) throws Exception {
        int events = Integer.parseInt(arguments[1]);
        HikariDataSource pool = Database.pool(arguments[0]);
        JdbcTransactions transactions = new JdbcTransactions(pool);
        DurableDelivery delivery = DurableDelivery.create(pool, transactions, NeurogliaSystem.settings());
        MediatorBuilder mediator = Mediator.builder();
        for (int handler = 0; handler < HANDLERS; handler++) {
            mediator.on(
                    "handler-" + handler, OrderPlaced.class, events > 0 ? stuck() : inserting(transactions, handler));
        }
        delivery.start(mediator.build());
        store(delivery.unitOfWork(), transactions, events);
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    private static EventHandler<OrderPlaced> stuck() {
        return event -> new CountDownLatch(1).await();
    }

    private static EventHandler<OrderPlaced> inserting(JdbcTransactions transactions, int handler) {
        return event -> BusinessTables.insertEffect(transactions.connection(), handler, event.order());
    }

    private static void store(DurableUnitOfWork unitOfWork, JdbcTransactions transactions, int events)
            throws Exception {
        for (int first = 0; first < events; first += AT_ONCE) {
            int begin = first;
            unitOfWork.execute(() -> {
                for (int order = begin; order < Math.min(begin + AT_ONCE, events); order++) {
                    BusinessTables.insertOrder(transactions.connection(), OrderPlaced.of(order));
                    unitOfWork.accept("Order/" + order, 1, List.of(OrderPlaced.of(order)));
                }
                return OperationResult.noContent();
            });
        }
    }
}
