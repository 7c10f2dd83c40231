package io.neuroglia.chaos;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for conditions, with time to spare for a busy machine. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Await() {}

    /** Waits until a condition holds; says what is wrong when it does not in time. */
    static void until(Supplier<String> complaint, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited for " + PATIENCE + ": " + complaint.get());
            }
            pause(10);
        }
    }

    /** For what has no condition: the time between two blows. */
    static void pause(long milliseconds) {
        long deadline = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
