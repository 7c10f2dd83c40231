package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Succeeded;
import java.time.Duration;

/** Tells observers of attempts. Thread-safe. */
record Observation(DeliveryObserver observer, DatabaseClock clock) {
    /** Tells the latency of a first attempt that had to wait for no other event of its key. */
    void begun(Attempt attempt, long begunNanos) {
        Duration age = clock.since(attempt.event().id().storedAt());
        if (age != null && attempt.number() == 1 && attempt.event().pending().contains(attempt.handlerName())) {
            Duration latency = age.minusNanos(System.nanoTime() - begunNanos);
            observer.begun(attempt.handlerName(), latency.isNegative() ? Duration.ZERO : latency);
        }
    }

    /** The same attempt, whose end is told as well, unless it does not count. */
    Attempt timed(Attempt attempt, long begunNanos) {
        return attempt.endingWith(ending -> {
            Duration duration = Duration.ofNanos(System.nanoTime() - begunNanos);
            if (ending instanceof Succeeded) {
                ended(attempt, AttemptOutcome.SUCCEEDED, duration);
            } else if (ending instanceof Failed failed) {
                ended(attempt, failed.pause() == null ? AttemptOutcome.PARKED : AttemptOutcome.FAILED, duration);
            }
            attempt.end().accept(ending);
        });
    }

    private void ended(Attempt attempt, AttemptOutcome outcome, Duration duration) {
        observer.ended(attempt.handlerName(), outcome, duration);
    }
}
