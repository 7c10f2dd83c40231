package io.neuroglia.benchmarks.delivery;

import java.util.Arrays;
import java.util.Locale;

/**
 * The distribution of times.
 *
 * @param p50 half are at most this long, in milliseconds
 * @param p99 99 of 100 are at most this long, in milliseconds
 * @param max the longest, in milliseconds
 */
record Latencies(double p50, double p99, double max) {
    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }

    /** Milliseconds with as many digits as tell something. */
    static String text(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }
}
