package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.Measurement.Costs;
import io.neuroglia.benchmarks.delivery.Publishing.Pace;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.EventSystem;
import io.neuroglia.benchmarks.delivery.rival.Journal;
import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One run of one rival under one load: publish until connections and caches are warm, wait until all is delivered and noted;
 * then the same again, and count.
 */
final class Trial {
    private static final int CAPACITY = 300_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STATEMENTS = "select coalesce(sum(calls), 0) from pg_stat_statements"
            + " where query !~* '^(begin|commit|rollback|start|set|show|select not exists|select true|select pg_)'";
    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";
    private static final String WAL = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

    private final Database database;
    private final Duration start;

    /**
     * Runs on a database.
     *
     * @param start for how long a run publishes before anything counts: new connections are slow at first
     */
    Trial(Database database, Duration start) {
        this.database = database;
        this.start = start;
    }

    /** As fast as it goes. */
    Measurement sustained(Rival rival, Load load, Duration time) throws Exception {
        return run(rival, load, time, Pace.fastest(load.threads()));
    }

    /** At an even pace. */
    Measurement paced(Rival rival, Load load, Duration time, double perSecond) throws Exception {
        return run(rival, load, time, new Pace(load.threads(), perSecond));
    }

    private Measurement run(Rival rival, Load load, Duration time, Pace pace) throws Exception {
        Journal journal = new Journal(CAPACITY, load.handlers());
        await("others to disconnect", database::isAlone);
        System.gc();
        try (EventSystem system = rival.start(database, load, journal);
                HeapWatch heap = HeapWatch.start()) {
            RowWrites writes = RowWrites.count(database);
            long commits = database.number(COMMITS);
            int first = publish(system, load, journal, new Phase(pace, 0, start));
            database.text("select pg_stat_statements_reset()");
            long wal = database.number(WAL);
            long allocated = heap.allocated();
            long begin = System.nanoTime();
            int last = publish(system, load, journal, new Phase(pace, first, time));
            double seconds = (System.nanoTime() - begin) / 1e9;
            double events = last - first;
            double statements = database.number(STATEMENTS) / events;
            double walBytes = (database.number(WAL) - wal) / events;
            double allocatedBytes = (heap.allocated() - allocated) / events;
            system.close();
            await("all connections to be closed", database::isAlone);
            audit(database, load, journal, last);
            double all = (double) (database.number(COMMITS) - commits) / last;
            return new Measurement(
                    last - first,
                    load.handlers(),
                    seconds,
                    Latencies.of(journal.nanos(first, last)),
                    new Costs(statements, all, walBytes, allocatedBytes, heap.mostAfterCollection()),
                    writes.perEvent(last));
        }
    }

    /** Publishes and waits until all has been delivered and noted; returns the number after the last order's. */
    private int publish(EventSystem system, Load load, Journal journal, Phase phase) throws Exception {
        int next = Publishing.run(system, phase.pace(), phase.first(), journal.capacity(), phase.time());
        awaitAll(database, system, journal, (long) next * load.handlers());
        return next;
    }

    static void awaitAll(Database database, EventSystem system, Journal journal, long deliveries) {
        await(deliveries + " deliveries", () -> journal.deliveries() == deliveries);
        await(deliveries + " deliveries to be noted", () -> database.holds(system.drained()));
    }

    /** A rival that loses or doubles something is not measured. */
    static void audit(Database database, Load load, Journal journal, int events) {
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

    /** What is published before or while it counts. */
    private record Phase(Pace pace, int first, Duration time) {}
}
