package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.Journal;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaSystem;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import io.neuroglia.benchmarks.delivery.rival.OrderPlaced;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How fast a process claims and delivers what nobody owns, beside a table that holds little else and one that holds a
 * million finished events and a hundred thousand waiting ones.
 */
final class Claims {
    private static final int SLICES = 10;

    private Claims() {}

    /** A table: claimed and delivered events per second. */
    static String measure(Database database, Settings settings) throws Exception {
        StringBuilder table = new StringBuilder("""
            | finished events in the table | waiting events | claimed and delivered/s | first tenth/s | last tenth/s |
            |---|---|---|---|---|
            """);
        int little = settings.waiting() / SLICES;
        drain(database, 0, little);
        row(table, 0, little, drain(database, 0, little));
        row(table, 0, settings.waiting(), drain(database, 0, settings.waiting()));
        row(table, settings.archived(), little, drain(database, settings.archived(), little));
        row(table, settings.archived(), settings.waiting(), drain(database, settings.archived(), settings.waiting()));
        return table.toString();
    }

    /** Events per second: altogether, in the first tenth and in the last. */
    static double[] drain(Database database, int archived, int waiting) throws Exception {
        AtomicLongArray times = new AtomicLongArray(waiting + 1);
        Journal journal = new Journal(waiting, 1);
        try (HikariDataSource pool = database.pool()) {
            JdbcTransactions transactions = new JdbcTransactions(pool);
            DurableDelivery delivery = DurableDelivery.create(pool, transactions, NeurogliaSystem.settings());
            NeurogliaTables.empty(database);
            StoredEvents stored = StoredEvents.like(pool, database);
            stored.addFinished(archived);
            stored.addPending(waiting);
            stored.settle();
            long begin = System.nanoTime();
            delivery.start(Mediator.builder()
                    .on("handler-0", OrderPlaced.class, event -> {
                        journal.begun(0, event.order());
                        times.set((int) journal.deliveries(), System.nanoTime());
                    })
                    .build());
            Trial.await("all that waited", () -> journal.deliveries() == waiting);
            times.set(0, begin);
            Trial.await("all that waited to be noted", () -> database.holds(NeurogliaTables.DRAINED));
            double seconds = (System.nanoTime() - begin) / 1e9;
            delivery.stop();
            if (journal.calls() != waiting) {
                throw new IllegalStateException(
                        waiting + " events waited, but handlers were called " + journal.calls() + " times");
            }
            int tenth = waiting / SLICES;
            return new double[] {
                waiting / seconds, rate(times, 0, tenth), rate(times, waiting - tenth, waiting),
            };
        }
    }

    private static double rate(AtomicLongArray times, int from, int to) {
        return (to - from) / ((times.get(to) - times.get(from)) / 1e9);
    }

    private static void row(StringBuilder table, int archived, int waiting, double[] rates) {
        Report.row(
                table,
                Report.whole(archived),
                Report.whole(waiting),
                Report.whole(rates[0]),
                Report.whole(rates[1]),
                Report.whole(rates[2]));
    }
}
