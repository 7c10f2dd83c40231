package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.Measurement.Costs;
import io.neuroglia.benchmarks.delivery.Results.Run;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Tables in Markdown: medians, with the least and the most of the repetitions in brackets. */
final class Report {
    private Report() {}

    /**
     * How fast the rivals are.
     *
     * @param ceilings commits per second without events, by the number of threads
     */
    static String throughput(Results results, Map<Integer, Double> ceilings) {
        StringBuilder table = new StringBuilder();
        ceilings.forEach((threads, rate) -> table.append(
                String.format(Locale.ROOT, "Business inserts alone, %d threads: %s/s.%n", threads, whole(rate))));
        table.append("""

            | load | rival | events/s | deliveries/s | times Spring Modulith | of the inserts alone |
            |---|---|---|---|---|---|
            """);
        for (Run run : results.runs()) {
            Repetitions all = results.of(run.rival(), run.load());
            double rate = all.median(Measurement::eventsPerSecond);
            double modulith = results.of(Rival.MODULITH, run.load()).median(Measurement::eventsPerSecond);
            double ceiling = ceilings.getOrDefault(run.load().threads(), Double.NaN);
            row(
                    table,
                    run.load(),
                    run.rival(),
                    spread(all, Report::whole, Measurement::eventsPerSecond),
                    whole(all.median(Measurement::deliveriesPerSecond)),
                    decimal(rate / modulith),
                    whole(100 * rate / ceiling) + " %");
        }
        return table.toString();
    }

    /** What an event costs. */
    static String costs(Results results) {
        StringBuilder table = new StringBuilder("""
            | per event | rival | statements | commits | WAL, bytes | allocated, kB | heap after GC, MB |
            |---|---|---|---|---|---|---|
            """);
        for (Run run : results.runs()) {
            Repetitions all = results.of(run.rival(), run.load());
            row(
                    table,
                    run.load(),
                    run.rival(),
                    decimal(all.median(of(Costs::statements))),
                    decimal(all.median(of(Costs::commits))),
                    whole(all.median(of(Costs::walBytes))),
                    whole(all.median(of(Costs::allocatedBytes)) / 1e3),
                    whole(all.most(of(Costs::heapBytes)) / 1e6));
        }
        return table.append('\n').append(latency("at full load", results)).toString();
    }

    /** How often rows are written for an event. */
    static String writes(Results results) {
        StringBuilder table = new StringBuilder("""
            | rows written per event | rival | table | inserted | updated | deleted |
            |---|---|---|---|---|---|
            """);
        for (Run run : results.runs()) {
            results.of(run.rival(), run.load())
                    .last()
                    .ifPresent(measurement -> measurement
                            .writes()
                            .forEach((name, writes) -> row(
                                    table,
                                    run.load(),
                                    run.rival(),
                                    '`' + name + '`',
                                    hundredths(writes.inserted()),
                                    hundredths(writes.updated()),
                                    hundredths(writes.deleted()))));
        }
        return table.toString();
    }

    /** How long an event waits for its handlers. */
    static String latency(Results results) {
        return latency("at 70 % of it", results);
    }

    private static String latency(String when, Results results) {
        StringBuilder table = new StringBuilder(
                "| commit → handler, ms, " + when + " | rival | events/s | p50 | p99 |\n" + "|---|---|---|---|---|\n");
        for (Run run : results.runs()) {
            Repetitions all = results.of(run.rival(), run.load());
            row(
                    table,
                    run.load(),
                    run.rival(),
                    whole(all.median(Measurement::eventsPerSecond)),
                    spread(
                            all,
                            Latencies::text,
                            measurement -> measurement.latencies().p50()),
                    spread(
                            all,
                            Latencies::text,
                            measurement -> measurement.latencies().p99()));
        }
        return table.toString();
    }

    static void row(StringBuilder table, Object... columns) {
        for (Object column : columns) {
            table.append("| ").append(column).append(' ');
        }
        table.append("|\n");
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String hundredths(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static ToDoubleFunction<Measurement> of(ToDoubleFunction<Costs> cost) {
        return measurement -> cost.applyAsDouble(measurement.costs());
    }

    /** The median, and the least and the most where there are several. */
    private static String spread(Repetitions all, DoubleFunction<String> text, ToDoubleFunction<Measurement> value) {
        String median = text.apply(all.median(value));
        return all.count() == 1
                ? median
                : median + " (" + text.apply(all.least(value)) + " to " + text.apply(all.most(value)) + ")";
    }
}
