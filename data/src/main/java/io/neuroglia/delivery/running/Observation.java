package io.neuroglia.delivery.running;

import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.running.Outcome.Succeeded;
import java.time.Duration;

/** Tells observers of attempts. Thread-safe. */
record Observation(DeliveryObserver observer, DatabaseClock clock) {
    /** Tells the latency of a first attempt that did not have to wait for another event of its key. */
    void begun(Delivery delivery, long begunNanos) {
        Duration age = clock.since(delivery.event().storedAt());
        if (age != null && delivery.attempt() == 1 && !delivery.hasRow()) {
            Duration latency = age.minusNanos(System.nanoTime() - begunNanos);
            observer.begun(delivery.handler(), latency.isNegative() ? Duration.ZERO : latency);
        }
    }

    /** Tells how an attempt ended, unless it does not count. */
    void ended(Outcome outcome, long begunNanos) {
        Duration duration = Duration.ofNanos(System.nanoTime() - begunNanos);
        String handler = outcome.delivery().handler();
        if (outcome instanceof Succeeded) {
            observer.ended(handler, AttemptOutcome.SUCCEEDED, duration);
        } else if (outcome instanceof Failed failed) {
            observer.ended(handler, failed.pause() == null ? AttemptOutcome.PARKED : AttemptOutcome.FAILED, duration);
        }
    }
}
