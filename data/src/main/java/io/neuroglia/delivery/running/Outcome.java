package io.neuroglia.delivery.running;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. Immutable; thread-safe.
 *
 * @since 0.1
 */
public sealed interface Outcome {
    /**
     * What was attempted.
     *
     * @return the delivery
     */
    Delivery delivery();

    /**
     * The handler has handled the event, now or before.
     *
     * @param delivery what was attempted
     */
    record Succeeded(Delivery delivery) implements Outcome {}

    /**
     * The attempt was given back because the process stops or has lost its lease.
     *
     * @param delivery what was attempted
     * @param begun whether the handler had been called, so that the attempt counts
     */
    record Returned(Delivery delivery, boolean begun) implements Outcome {}

    /**
     * The attempt has not begun and makes room for those of other handlers: it goes on later, from a row of its own.
     *
     * @param delivery what was to be attempted
     */
    record Deferred(Delivery delivery) implements Outcome {}

    /**
     * The attempt failed.
     *
     * @param delivery what was attempted
     * @param pause before the next attempt; null to park the delivery
     * @param unresolved whether it is parked only until a process comes that knows the names in it
     * @param failure why
     */
    record Failed(Delivery delivery, @Nullable Duration pause, boolean unresolved, FailureText failure)
            implements Outcome {}
}
