package io.neuroglia.chaos.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Brings moments of the machine's wall clock, such as those of a database on the same machine, on the scale of its
 * monotonic clock, which all its processes share.
 */
public final class MonotonicTime {
    private MonotonicTime() {}

    /** When that was, by the monotonic clock. */
    public static long of(Instant moment) {
        long now = System.nanoTime();
        return now - Duration.between(moment, Instant.now()).toNanos();
    }
}
