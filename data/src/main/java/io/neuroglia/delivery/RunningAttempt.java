package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Ending.Succeeded;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt whose handler is being called on the current thread, for no longer than its time-out: then the thread is
 * interrupted. A handler that does not react is given up a little later; its thread goes on, and whatever it commits after
 * all is recognized by the next attempt. Thread-safe.
 */
final class RunningAttempt {
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Attempt attempt;
    private final Failures failures;
    private final Thread thread = Thread.currentThread();
    private Duration timeout;
    private long begun = System.nanoTime();
    private volatile boolean interrupted;
    private boolean ended;

    RunningAttempt(Attempt attempt, Failures failures, Duration timeout) {
        this.attempt = attempt;
        this.failures = failures;
        this.timeout = timeout;
    }

    void succeeded() {
        if (end()) {
            attempt.end().accept(new Succeeded());
        }
    }

    void failed(Throwable failure) {
        if (end()) {
            attempt.end().accept(failures.of(attempt, interrupted ? timedOut(failure) : failure));
        }
    }

    /** Broken off by the end of the process. */
    void returned() {
        if (end()) {
            attempt.end().accept(new Returned());
        }
    }

    /** Ends it without a word; false if it was given up meanwhile. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /**
     * Begins another part of the same call, with a time-out of its own.
     *
     * @param part run if it may begin
     * @return false if it is too late
     */
    synchronized boolean goOn(Duration nextTimeout, Runnable part) {
        if (ended || interrupted) {
            return false;
        }
        part.run();
        timeout = nextTimeout;
        begun = System.nanoTime();
        return true;
    }

    /** Interrupts the thread if it is time, or gives it up. */
    void check(long now) {
        synchronized (this) {
            long over = now - begun - timeout.toNanos();
            if (ended || over < 0) {
                return;
            }
            if (!interrupted) {
                interrupted = true;
                thread.interrupt();
            }
            if (over < GRACE_NANOS) {
                return;
            }
            ended = true;
        }
        TimeoutException givenUp = timedOut(null);
        givenUp.setStackTrace(thread.getStackTrace());
        attempt.end().accept(failures.of(attempt, givenUp));
    }

    private synchronized TimeoutException timedOut(@Nullable Throwable cause) {
        TimeoutException timedOut = new TimeoutException("The handler " + attempt.handlerName() + " did not end within "
                + timeout.toMillis() + " ms" + (cause == null ? " and does not react to its interruption" : ""));
        timedOut.initCause(cause);
        return timedOut;
    }
}
