package io.neuroglia.delivery;

import io.neuroglia.data.jdbc.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     * @return whether it may have changed something in its transaction
     * @throws Exception what the handler or the transaction threw
     */
    boolean deliver(Attempt attempt) throws Exception {
        Object event = event(attempt);
        if (!policies.of(attempt.handler()).transactional()) {
            call(attempt, event);
            return false;
        }
        if (attempt.again() && wasHandled(attempt)) {
            return true;
        }
        return inContext(attempt, () -> transactions.execute(() -> handle(attempt, event), Effect::isKept))
                != Effect.NONE;
    }

    /**
     * Calls the handler for several events in one transaction, none of which was attempted before. When the first changes
     * nothing, none follows.
     *
     * @param more asked for the next one, until there is none
     * @return false if another delivery of one of them was first, so that all is rolled back
     * @throws Exception what the handler or the transaction threw
     */
    boolean deliverTogether(Attempt first, Supplier<@Nullable Attempt> more) throws Exception {
        return transactions.execute(
                () -> {
                    List<UUID> ids = new ArrayList<>();
                    for (Attempt next = first; next != null; next = transactions.isUntouched() ? null : more.get()) {
                        if (ids.size() == 1) {
                            SharedTransaction.giveWay(transactions.connection());
                        }
                        ids.add(next.eventId());
                        callLogged(next);
                    }
                    return transactions.isUntouched()
                            || HandledTable.insertAll(transactions.connection(), ids, first.handlerName());
                },
                kept -> kept);
    }

    private void callLogged(Attempt attempt) throws Exception {
        DeliveryLogging.begin(attempt);
        try {
            call(attempt, event(attempt));
        } finally {
            DeliveryLogging.end();
        }
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

    private Effect handle(Attempt attempt, Object event) throws Exception {
        attempt.handler().deliver(event);
        if (transactions.isUntouched()) {
            return Effect.NONE;
        }
        boolean first = HandledTable.insert(transactions.connection(), attempt.eventId(), attempt.handlerName());
        return first ? Effect.FIRST : Effect.REPEATED;
    }

    private static <V> V inContext(Attempt attempt, Callable<V> work) throws Exception {
        return attempt.event().headers().causedBy(attempt.eventId()).call(work);
    }

    /** What a call has changed in its transaction; nothing of it is kept when another delivery was first. */
    private enum Effect {
        NONE,
        FIRST,
        REPEATED;

        boolean isKept() {
            return this != REPEATED;
        }
    }
}
