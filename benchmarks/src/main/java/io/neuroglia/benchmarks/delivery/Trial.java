package io.neuroglia.benchmarks.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One run of one rival under one load: publish for a while, wait until all is delivered and noted, count. */
final class Trial {
    private static final int CAPACITY = 300_000;
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
        System.gc();
        try (EventSystem system = rival.start(database, load, journal);
                HeapWatch heap = HeapWatch.start()) {
            database.text("select pg_stat_statements_reset()");
            long commits = database.number(COMMITS);
            long wal = database.number(WAL);
            long begin = System.nanoTime();
            int events = Publishing.run(system, load.threads(), journal.capacity(), time, perSecond);
            awaitAll(system, load, journal, events);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double statements = (double) database.number(STATEMENTS) / events;
            double walBytes = (double) (database.number(WAL) - wal) / events;
            double allocated = (double) heap.allocated() / events;
            system.close();
            audit(load, journal, events);
            return new Measurement(
                    events,
                    load.handlers(),
                    seconds,
                    statements,
                    (double) (database.number(COMMITS) - commits) / events,
                    walBytes,
                    journal.latencies(events),
                    allocated,
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
