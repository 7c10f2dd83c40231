package io.neuroglia.delivery;

import io.neuroglia.data.jdbc.Transactions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Calls handlers: a handler's changes and the note that it has handled the event commit together, so a second delivery
 * changes nothing. Where a handler turns out to have changed nothing in the transaction, no note is needed. Thread-safe.
 */
final class Deliverer {
    private final Transactions transactions;
    private final Subscriptions known;
    private final Policies policies;

    Deliverer(Transactions transactions, Subscriptions known, Policies policies) {
        this.transactions = transactions;
        this.known = known;
        this.policies = policies;
    }

    /**
     * Calls the handler, in a transaction of its own if it is to have one.
     *
     * @throws Exception what the handler or the transaction threw
     */
    void deliver(Attempt attempt) throws Exception {
        Object event = event(attempt);
        if (!policies.of(attempt.handler()).transactional()) {
            call(attempt, event);
        } else if (!attempt.again() || !wasHandled(attempt)) {
            inContext(attempt, () -> transactions.execute(() -> handle(attempt, event), first -> first));
        }
    }

    /**
     * Calls the handler for several events in one transaction, none of which was attempted before.
     *
     * @return false if another delivery of one of them was first, so that all is rolled back
     * @throws Exception what the handler or the transaction threw
     */
    boolean deliverTogether(List<Attempt> attempts) throws Exception {
        String handler = attempts.get(0).handlerName();
        return transactions.execute(
                () -> {
                    for (Attempt attempt : attempts) {
                        DeliveryLogging.begin(attempt);
                        try {
                            call(attempt, event(attempt));
                        } finally {
                            DeliveryLogging.end();
                        }
                    }
                    List<UUID> ids = attempts.stream().map(Attempt::eventId).toList();
                    return transactions.isUntouched()
                            || HandledTable.insertAll(transactions.connection(), ids, handler);
                },
                first -> first);
    }

    private Object event(Attempt attempt) {
        Object live = attempt.live();
        return live == null ? known.read(attempt.event()) : live;
    }

    private void call(Attempt attempt, Object event) throws Exception {
        inContext(attempt, () -> {
            attempt.handler().deliver(event);
            return true;
        });
    }

    /** In a transaction of its own, so that the handler holds no connection before it needs one. */
    private boolean wasHandled(Attempt attempt) throws Exception {
        List<String> names = known.namesOf(attempt.handler());
        return transactions.execute(
                () -> HandledTable.contains(transactions.connection(), attempt.eventId(), names), answered -> true);
    }

    /** False when another delivery was first, so that what this one changed is rolled back. */
    private boolean handle(Attempt attempt, Object event) throws Exception {
        attempt.handler().deliver(event);
        return transactions.isUntouched()
                || HandledTable.insert(transactions.connection(), attempt.eventId(), attempt.handlerName());
    }

    private static <V> V inContext(Attempt attempt, Callable<V> work) throws Exception {
        return attempt.event().headers().causedBy(attempt.eventId()).call(work);
    }
}
