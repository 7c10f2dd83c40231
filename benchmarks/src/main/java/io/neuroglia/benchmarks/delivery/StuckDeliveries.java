package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
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
        database.execute(
                "insert into neuroglia.handled (message_id, handler, handled_at) select id, 'handler-0', stored_at"
                        + " from neuroglia.event where pending = '{}' and key <> 'Order/template'");
        add(database, "handler-0", "'Stuck/' || n", "3 hours", size.parked(), PARKED);
        add(database, "handler-0", "'Stuck/' || n % " + size.parked(), "2 hours", size.waiting(), WAITING);
        add(database, "handler-1", "'Rare/' || n", "1 hour", FEW, PARKED);
        events.settle();
        database.execute("vacuum analyze neuroglia.delivery");
        database.execute("vacuum analyze neuroglia.handled");
        database.execute("checkpoint");
    }

    private static void add(Database database, String handler, String key, String ago, int count, String state) {
        String since = "clock_timestamp() - interval '" + ago + "'";
        database.execute("with stored as (" + StoredEvents.copies("'{}'", key, since, count) + " returning *)"
                + """
                 insert into neuroglia.delivery
                    (event_id, event_stored_at, handler, key, sequence, ordinal, position, due_at, state, attempt, error,
                    stack_trace)
                select id, stored_at, '%s', key, sequence, ordinal, position, stored_at, %s from stored\
                """.formatted(handler, state));
    }

    /** How much there is. */
    record Size(int finished, int waiting, int parked) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d finished, %,d waiting, %,d parked", finished, waiting, parked);
        }
    }
}
