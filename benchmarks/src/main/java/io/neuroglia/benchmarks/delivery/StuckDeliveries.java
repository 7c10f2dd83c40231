package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import java.util.Locale;

/**
 * A database in which much is stuck: deliveries of one handler that are parked, others that wait behind them, and a few of
 * a second handler that are parked as well and the youngest of all.
 */
final class StuckDeliveries {
    /** Of the handler with few. */
    static final int FEW = 20;

    private static final int TRACE = 4_000;
    private static final String PARKED =
            "'parked', 60, 'java.io.IOException: the gateway is down', repeat('at some.Class.method(Class.java:1)', %d)"
                    .formatted(TRACE / 34);
    private static final String WAITING = "'waiting', 0, null, null";

    private StuckDeliveries() {}

    /** Puts everything there. */
    static void fill(Database database, HikariDataSource pool, Size size) throws Exception {
        StoredEvents events = StoredEvents.like(pool, database);
        events.addFinished(size.finished());
        NeurogliaTables.addHandled(database);
        add(database, "handler-0", "'Stuck/' || n", "3 hours", size.parked(), PARKED);
        add(database, "handler-0", "'Stuck/' || n % " + size.parked(), "2 hours", size.waiting(), WAITING);
        add(database, "handler-1", "'Rare/' || n", "1 hour", FEW, PARKED);
        events.settle();
    }

    private static void add(Database database, String handler, String key, String ago, int count, String state) {
        String since = "clock_timestamp() - interval '" + ago + "'";
        NeurogliaTables.addStuck(database, handler, NeurogliaTables.finishedCopies(key, since, count), state);
    }

    /** How much there is. */
    record Size(int finished, int waiting, int parked) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d finished, %,d waiting, %,d parked", finished, waiting, parked);
        }
    }
}
