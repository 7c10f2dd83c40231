package io.neuroglia.delivery;

import io.neuroglia.delivery.StoredEvent.EventId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Ending {
    /** The handler has handled the event, now or before. */
    record Succeeded() implements Ending {}

    /** It did not begin, or was broken off by the end of the process: it does not count, and somebody else may go on. */
    record Returned() implements Ending {}

    /**
     * It failed.
     *
     * @param pause before the next one; null to park
     * @param unresolved whether it is parked only until a process comes that knows the names in it
     */
    record Failed(
            EventId event,
            String handler,
            @Nullable Duration pause,
            boolean unresolved,
            String error,
            String stackTrace)
            implements Ending {
        Failed ofEvent(EventId other) {
            return new Failed(other, handler, pause, unresolved, error, stackTrace);
        }
    }
}
