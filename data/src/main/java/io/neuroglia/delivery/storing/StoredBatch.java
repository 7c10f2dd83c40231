package io.neuroglia.delivery.storing;

import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.running.HeldWork.Hold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that were stored by one statement, and whoever delivers them after the commit: the run of delivery in which they
 * were stored, which may have stopped meanwhile.
 *
 * @param path null if delivery did not run
 * @param owner null for whoever has room
 */
record StoredBatch(@Nullable FastPath path, @Nullable Long owner, List<StoredEvent> events) {
    /** The commit is known: what is ready is delivered now. */
    void committed() {
        if (path == null) {
            return;
        }
        boolean hasUnowned = false;
        for (StoredEvent stored : events) {
            if (owner == null) {
                hasUnowned |= !stored.ready().isEmpty();
            } else if (stored.ready().isEmpty()) {
                path.held().release(hold(owner, stored));
            } else {
                path.deliver(stored.event(), stored.ready(), owner);
            }
        }
        List<HandlerKey> waiting =
                events.stream().flatMap(StoredEvent::waitingKeys).toList();
        if (!waiting.isEmpty()) {
            path.waiting(waiting);
        }
        if (hasUnowned) {
            path.unowned();
        }
    }

    /** Rolled back, or perhaps not: if the commit happened after all, the owner finds the events. */
    void notCommitted() {
        release();
        if (path != null && owner != null) {
            path.outcomeUnknown();
        }
    }

    void release() {
        if (path != null && owner != null) {
            events.forEach(stored -> path.held().release(hold(owner, stored)));
        }
    }

    private static Hold hold(long owner, StoredEvent stored) {
        return Hold.ofEvent(owner, stored.event().id());
    }
}
