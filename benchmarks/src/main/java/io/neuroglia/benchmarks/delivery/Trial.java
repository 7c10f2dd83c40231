package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.Publishing.Pace;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One run of one rival under one load: publish until connections and caches are warm, wait until all is delivered and noted;
 * then the same again, and count.
 */
final class Trial {
    private static final int CAPACITY = 300_000;
    /** Published before anything counts: new connections and what the database keeps for each are slow at first. */
    private static final Duration START = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STATEMENTS = "select coalesce(sum(calls), 0) from pg_stat_statements"
            + " where query !~* '^(begin|commit|rollback|start|set|show|select not exists|select true|select pg_)'";
    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";
    private static final String WAL = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

    private final Database database;

    Trial(Database database) {
        this.database = database;
    }

    /** As fast as it goes. */
    Measurement sustained(Rival rival, Load load, Duration time) throws Exception {
        return run(rival, load, time, Double.POSITIVE_INFINITY);
    }

    /** At an even pace. */
    Measurement paced(Rival rival, Load load, Duration time, double perSecond) throws Exception {
        return run(rival, load, time, perSecond);
    }

    private Measurement run(Rival rival, Load load, Duration time, double perSecond) throws Exception {
        Journal journal = new Journal(CAPACITY, load.handlers());
        Pace pace = new Pace(load.threads(), perSecond);
        System.gc();
        try (EventSystem system = rival.start(database, load, journal);
                HeapWatch heap = HeapWatch.start()) {
            int first = Publishing.run(system, pace, 0, journal.capacity(), START);
            awaitAll(system, load, journal, first);
            database.text("select pg_stat_statements_reset()");
            long commits = database.number(COMMITS);
            long wal = database.number(WAL);
            long allocated = heap.allocated();
            long begin = System.nanoTime();
            int last = Publishing.run(system, pace, first, journal.capacity(), time);
            awaitAll(system, load, journal, last);
            double seconds = (System.nanoTime() - begin) / 1e9;
            int events = last - first;
            double statements = (double) database.number(STATEMENTS) / events;
            double walBytes = (double) (database.number(WAL) - wal) / events;
            double allocatedBytes = (double) (heap.allocated() - allocated) / events;
            system.close();
            audit(load, journal, last);
            return new Measurement(
                    events,
                    load.handlers(),
                    seconds,
                    statements,
                    (double) (database.number(COMMITS) - commits) / events,
                    walBytes,
                    journal.latencies(first, last),
                    allocatedBytes,
                    heap.mostAfterCollection());
        }
    }

    private void awaitAll(EventSystem system, Load load, Journal journal, int events) {
        long expected = (long) events * load.handlers();
        await("all deliveries of " + load, () -> journal.deliveries() == expected);
        await("all deliveries of " + load + " to be noted", () -> database.holds(system.drained()));
    }

    /** A rival that loses or doubles something is not measured. */
    private void audit(Load load, Journal journal, int events) {
        long expected = (long) events * load.handlers();
        long effects = database.number("select count(*) from effect");
        long orders = database.number("select count(*) from business_order");
        if (journal.calls() != expected || orders != events || effects != (load.effect() ? expected : 0)) {
            throw new IllegalStateException(load + ": " + events + " events, " + orders + " orders, " + journal.calls()
                    + " calls of handlers, " + effects + " effects");
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
