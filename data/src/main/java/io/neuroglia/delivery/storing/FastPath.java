package io.neuroglia.delivery.storing;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.running.HeldWork;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a commit to the handlers of this process, without a look at the database. Thread-safe; its methods only
 * enqueue.
 *
 * @since 0.1
 */
public interface FastPath {
    /**
     * The incarnation that may own what is stored now.
     *
     * @return null if this process has no lease or stops
     */
    @Nullable
    Long owner();

    /**
     * The work that this process has in hand.
     *
     * @return bounded
     */
    HeldWork held();

    /**
     * A time before which there is no unfinished work, so that searches for earlier events of a key begin there.
     *
     * @return by the database's clock
     */
    OffsetDateTime horizon();

    /**
     * Delivers a stored event whose commit is known.
     *
     * @param event as it was stored
     * @param handlers that are ready for it, at least one
     * @param owner the incarnation that owns it
     */
    void deliver(EventMessage event, List<String> handlers, long owner);

    /**
     * Deliveries were stored that wait: what they wait for may have been finished meanwhile.
     *
     * @param keys of the deliveries
     */
    void waiting(Collection<HandlerKey> keys);

    /** Events were stored without an owner, for whoever has room. */
    void unowned();

    /** A transaction that stored events ended without its outcome being known. */
    void outcomeUnknown();
}
