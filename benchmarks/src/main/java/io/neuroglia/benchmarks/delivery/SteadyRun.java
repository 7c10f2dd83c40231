package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.Publishing.Pace;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.EventSystem;
import io.neuroglia.benchmarks.delivery.rival.Journal;
import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Whether a rate stays the same while tables grow. Publishers wait while too many events are behind, so that the rate is
 * one that handlers keep up with.
 */
final class SteadyRun {
    private static final int MOST_EACH_SECOND = 12_000;
    private static final int MOST_BEHIND = 500;
    private static final double MEGABYTE = 1 << 20;
    private static final String SIZE = "select pg_database_size(current_database())";

    private final Database database;
    private final Plan plan;
    private final Journal journal;
    private final StringBuilder table = new StringBuilder();
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    private SteadyRun(Database database, Plan plan) {
        this.database = database;
        this.plan = plan;
        int capacity = Math.toIntExact(plan.time().toSeconds() * MOST_EACH_SECOND + MOST_EACH_SECOND);
        this.journal = new Journal(capacity, plan.load().handlers());
    }

    /** A table: the rate in each slice of the time. */
    static String measure(Database database, Plan plan) throws Exception {
        return new SteadyRun(database, plan).measure();
    }

    private String measure() throws Exception {
        table.append("| ").append(plan.rival()).append(", ").append(plan.load());
        table.append(": after, s | events/s | deliveries/s | database, MB |\n|---|---|---|---|\n");
        try (EventSystem system = plan.rival().start(database, plan.load(), journal);
                ExecutorService publisher = Executors.newSingleThreadExecutor()) {
            Future<Integer> published = publisher.submit(() -> publish(system));
            observe(published);
            int events = published.get();
            Trial.awaitAll(
                    database, system, journal, (long) events * plan.load().handlers());
            system.close();
            Trial.audit(database, plan.load(), journal, events);
        }
        if (most > 0) {
            table.append(String.format(
                    Locale.ROOT,
                    "%nThe slowest slice after the first has %.0f %% of the fastest.%n",
                    100 * least / most));
        }
        return table.toString();
    }

    private int publish(EventSystem system) throws InterruptedException, ExecutionException {
        return Publishing.run(system, pace(), 0, journal.capacity(), plan.time());
    }

    private Pace pace() {
        int handlers = plan.load().handlers();
        return new Pace(
                plan.load().threads(),
                Double.POSITIVE_INFINITY,
                () -> journal.commits() - journal.deliveries() / handlers < MOST_BEHIND);
    }

    private void observe(Future<Integer> published) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long before = 0;
        long last = begin;
        for (int slice = 1; !isDone(published); slice++) {
            long now = System.nanoTime();
            long deliveries = journal.deliveries();
            if (!published.isDone()) {
                double rate = (deliveries - before) / ((now - last) / 1e9);
                row(slice, (now - begin) / 1e9, rate);
            }
            before = deliveries;
            last = now;
        }
    }

    /** Waits for the end, for the length of a slice at most. */
    private boolean isDone(Future<Integer> published) throws InterruptedException, ExecutionException {
        try {
            published.get(plan.slice().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        }
    }

    private void row(int slice, double seconds, double deliveriesPerSecond) {
        if (slice > 1) {
            least = Math.min(least, deliveriesPerSecond);
            most = Math.max(most, deliveriesPerSecond);
        }
        String events = Report.whole(deliveriesPerSecond / plan.load().handlers());
        String megabytes = Report.whole(database.number(SIZE) / MEGABYTE);
        Report.row(table, Report.whole(seconds), events, Report.whole(deliveriesPerSecond), megabytes);
        plan.progress().accept(plan.rival() + " after " + Report.whole(seconds) + " s: " + events + " events/s");
    }

    /**
     * What is run.
     *
     * @param time for how long
     * @param slice how often the rate is told
     * @param progress is told the rate of each slice at once
     */
    record Plan(Rival rival, Load load, Duration time, Duration slice, Consumer<String> progress) {}
}
