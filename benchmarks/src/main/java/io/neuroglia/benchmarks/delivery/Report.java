package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.DeliveryBenchmark.Cell;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Tables in Markdown: medians, with the least and the most of the repetitions in brackets. */
final class Report {
    private Report() {}

    static String throughput(List<Cell> cells) {
        StringBuilder table = new StringBuilder("""
            | load | Neuroglia: events/s | deliveries/s | Modulith: events/s | deliveries/s | ratio |
            |---|---|---|---|---|---|
            """);
        for (Cell cell : cells) {
            Repetitions ours = cell.of(Rival.NEUROGLIA);
            Repetitions theirs = cell.of(Rival.MODULITH);
            double ratio = ours.median(Measurement::eventsPerSecond) / theirs.median(Measurement::eventsPerSecond);
            row(
                    table,
                    cell.load(),
                    spread(ours, Measurement::eventsPerSecond),
                    whole(ours.median(Measurement::deliveriesPerSecond)),
                    spread(theirs, Measurement::eventsPerSecond),
                    whole(theirs.median(Measurement::deliveriesPerSecond)),
                    decimal(ratio) + "×");
        }
        return table.toString();
    }

    static String costs(List<Cell> cells) {
        StringBuilder table = new StringBuilder("""
            | per event | rival | statements | commits | WAL, bytes | allocated, kB | heap after GC, MB |
            |---|---|---|---|---|---|---|
            """);
        for (Cell cell : cells) {
            for (Rival rival : Rival.PEERS) {
                Repetitions all = cell.of(rival);
                row(
                        table,
                        cell.load(),
                        rival,
                        decimal(all.median(Measurement::statements)),
                        decimal(all.median(Measurement::commits)),
                        whole(all.median(Measurement::walBytes)),
                        whole(all.median(Measurement::allocatedBytes) / 1e3),
                        whole(all.most(Measurement::heapBytes) / 1e6));
            }
        }
        return table.append('\n').append(latency("at full load", cells)).toString();
    }

    static String latency(List<Cell> cells) {
        return latency("at 70 % of it", cells);
    }

    private static String latency(String when, List<Cell> cells) {
        StringBuilder table = new StringBuilder(
                "| commit → handler, ms, " + when + " | rival | events/s | p50 | p99 |\n" + "|---|---|---|---|---|\n");
        for (Cell cell : cells) {
            for (Rival rival : Rival.PEERS) {
                Repetitions all = cell.of(rival);
                row(
                        table,
                        cell.load(),
                        rival,
                        whole(all.median(Measurement::eventsPerSecond)),
                        millis(all, measurement -> measurement.latencies().p50()),
                        millis(all, measurement -> measurement.latencies().p99()));
            }
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

    private static String spread(Repetitions all, ToDoubleFunction<Measurement> value) {
        return whole(all.median(value)) + " (" + whole(all.least(value)) + " to " + whole(all.most(value)) + ")";
    }

    private static String millis(Repetitions all, ToDoubleFunction<Measurement> value) {
        return Latencies.text(all.median(value)) + " (" + Latencies.text(all.least(value)) + " to "
                + Latencies.text(all.most(value)) + ")";
    }
}
