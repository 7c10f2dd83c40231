package io.neuroglia.delivery;

import io.neuroglia.delivery.StoredEvent.EventId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of deliveries, to be written by the one writer of the process. */
sealed interface Outcome {
    /** The incarnation that delivered; without its lease the outcome no longer counts. */
    long owner();

    /** The event that was delivered. */
    EventId event();

    /** Every known handler of an event has had its first attempt; the others remain pending. */
    record FirstAttempts(EventId event, long owner, List<String> remaining, List<FailedAttempt> failed)
            implements Outcome {}

    /** A handler has had a further attempt. */
    record Repeated(
            EventId event,
            long owner,
            String handler,
            @Nullable FailedAttempt failed) implements Outcome {}

    /** An attempt that failed, and the pause before the next one. */
    record FailedAttempt(EventId event, String handler, Duration pause, String error, String stackTrace) {}
}
