package io.neuroglia.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The end of a wait.
 *
 * @param nanoTime when it is, in terms of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {

    private static final Duration PAUSE = Duration.ofMillis(20);

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - nanoTime >= 0;
    }

    /** Polls a condition; returns whether it became true in time. */
    boolean await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (hasPassed()) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
