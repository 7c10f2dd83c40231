package io.neuroglia.delivery;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.mediation.EventSubscription;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One delivery of one event to one handler: the handler's changes and the note that it has handled the event commit
 * together, so a second delivery changes nothing.
 */
final class Deliverer {
    private final Transactions transactions;

    Deliverer(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Calls the handler in a transaction of its own.
     *
     * @param live the event itself, or null to read it from its stored form
     * @param again whether an earlier delivery may have succeeded unnoticed
     * @throws Exception what the handler or the transaction threw
     */
    void deliver(
            StoredEvent stored, @Nullable Object live, EventSubscription handler, Subscriptions known, boolean again)
            throws Exception {
        @Nullable Map<String, String> logging = MDC.getCopyOfContextMap();
        MDC.put("correlation_id", stored.headers().correlationId());
        try {
            stored.headers().causedBy(stored.id().id()).call(() -> {
                Object event = live == null ? known.read(stored) : live;
                return transactions.execute(() -> handle(stored.id().id(), event, handler, again), first -> first);
            });
        } finally {
            if (logging == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(logging);
            }
        }
    }

    /** False when another delivery was first, so that what this one changed is rolled back. */
    private boolean handle(UUID id, Object event, EventSubscription handler, boolean again) throws Exception {
        if (again && HandledTable.contains(transactions.connection(), id, handler.handlerName())) {
            return false;
        }
        handler.deliver(event);
        return HandledTable.insert(transactions.connection(), id, handler.handlerName());
    }
}
