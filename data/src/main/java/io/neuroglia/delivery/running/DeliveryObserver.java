package io.neuroglia.delivery.running;

import java.time.Duration;

/**
 * Told what delivery does in this process, for metrics. Called on the threads of delivery, so it must be quick; what it
 * throws is logged and changes nothing. Must be thread-safe.
 *
 * @since 0.1
 */
public interface DeliveryObserver {
    /**
     * A handler is about to get an event for the first time, and did not have to wait for an earlier one of its key.
     *
     * @param handler the handler's logical name
     * @param latency since the event was stored, just before the commit, by the database's clock
     */
    default void begun(String handler, Duration latency) {}

    /**
     * An attempt has ended.
     *
     * @param handler the handler's logical name
     * @param outcome what became of it
     * @param duration how long handler and commit took
     */
    default void ended(String handler, AttemptOutcome outcome, Duration duration) {}

    /** The lease could not be renewed; it is tried again with the next heartbeat. */
    default void leaseNotRenewed() {}
}
