package io.neuroglia.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How delivery in this process is. Immutable; thread-safe.
 *
 * @param running between start and stop
 * @param lease whether this process may deliver; false while the database cannot be reached or answers too slowly
 * @param failure why the worker's last round failed; null while it works
 * @param abandonedCalls calls that did not end in their time and whose threads are still inside their handlers, by handler
 * @param blockedHandlers handlers that are called no more, as too many of their calls were abandoned; a restart mends it
 * @param housekeeping what housekeeping could not do at its last run, a sentence each
 * @param housekept when housekeeping last did everything, by this node's clock; null if it never did
 * @since 0.1
 */
public record DeliveryStatus(
        boolean running,
        boolean lease,
        @Nullable String failure,
        Map<String, Integer> abandonedCalls,
        List<String> blockedHandlers,
        List<String> housekeeping,
        @Nullable Instant housekept) {
    /**
     * Whether this process delivers what it stores.
     *
     * @return true if it runs and has its lease
     */
    public boolean delivers() {
        return running && lease;
    }
}
