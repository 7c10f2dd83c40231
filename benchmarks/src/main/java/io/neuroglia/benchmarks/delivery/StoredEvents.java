package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaSystem;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import io.neuroglia.benchmarks.delivery.rival.OrderPlaced;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.result.OperationResult;
import java.util.List;

/** Many events, copied from one that the library has stored itself. */
final class StoredEvents {
    private static final int DAYS = 6;
    private static final String KEYS = "'Order/' || n";

    private final Database database;

    private StoredEvents(Database database) {
        this.database = database;
    }

    /** Has the library store the one event, which {@link #settle} removes. */
    static StoredEvents like(HikariDataSource pool, Database database) throws Exception {
        DurableDelivery delivery = DurableDelivery.create(pool, new JdbcTransactions(pool), NeurogliaSystem.settings());
        delivery.start(Mediator.builder()
                .on("handler-0", OrderPlaced.class, event -> {})
                .build());
        delivery.unitOfWork().execute(() -> {
            delivery.unitOfWork().accept(NeurogliaTables.TEMPLATE, 1, List.of(OrderPlaced.of(0)));
            return OperationResult.noContent();
        });
        delivery.stop();
        return new StoredEvents(database);
    }

    /** Events of the last days that nobody has to be given any more. */
    void addFinished(int count) {
        for (int day = DAYS; day > 0; day--) {
            NeurogliaTables.addDay(database, day);
            String since = "clock_timestamp() - interval '" + day + " days'";
            database.execute(NeurogliaTables.finishedCopies(KEYS, since, count / DAYS));
        }
    }

    /** Events that nobody owns and no handler has had. */
    void addPending(int count) {
        database.execute(NeurogliaTables.pendingCopies(KEYS, "clock_timestamp() - interval '1 second'", count));
    }

    /** As it is after a while: counted, cleaned up and written out. */
    void settle() {
        NeurogliaTables.settle(database);
    }
}
