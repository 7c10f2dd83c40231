package io.neuroglia.delivery.storing;

import io.neuroglia.context.RequestContext;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one outermost transaction has gathered: events to store before its commit, actions to run after it, and what to undo
 * beside the database if it rolls back. Joined work that rolls back loses its part. For the thread of the transaction.
 *
 * @since 0.1
 */
public final class UnitSession implements Transactions.Completion {
    private static final Logger LOG = LoggerFactory.getLogger(UnitSession.class);

    private final EventStore store;
    private final List<EventMessage> raised = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private final List<Runnable> undoing = new ArrayList<>();
    private final List<StoredBatch> stored = new ArrayList<>();
    private final EventHeaders unitHeaders = EventHeaders.current();
    private final IdentityHashMap<Object, Mark> savepoints = new IdentityHashMap<>();
    private boolean committing;
    private int told;

    UnitSession(EventStore store) {
        this.store = store;
    }

    /**
     * Raises an event of no aggregate.
     *
     * @param key orders it among others; null without order
     * @param event what happened
     * @throws IllegalArgumentException if it cannot be stored or could not be read back
     */
    public void raise(@Nullable String key, DomainEvent event) {
        raised.add(store.write(EventOrder.byKey(key), event, headers()));
        storeIfCommitting();
    }

    /**
     * Raises the events of an aggregate that was stored.
     *
     * @param key names the aggregate
     * @param version the version it has now
     * @param events in the order raised
     * @throws IllegalArgumentException if one cannot be stored or could not be read back
     */
    public void raise(String key, long version, List<DomainEvent> events) {
        int ordinal = 0;
        for (DomainEvent event : events) {
            raised.add(store.write(new EventOrder(key, true, version, ordinal++), event, headers()));
        }
        storeIfCommitting();
    }

    /**
     * Runs something after the commit.
     *
     * @param action what it throws is logged
     */
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    /**
     * Undoes something if the transaction rolls back.
     *
     * @param undo what it throws is logged
     */
    public void onRollback(Runnable undo) {
        undoing.add(undo);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, new Mark(raised.size(), actions.size(), undoing.size(), stored.size()));
    }

    @Override
    public void rolledBackTo(Object savepoint) {
        Mark mark = savepoints.getOrDefault(savepoint, Mark.BEGIN);
        List<StoredBatch> gone = stored.subList(mark.stored(), stored.size());
        gone.forEach(StoredBatch::release);
        gone.clear();
        raised.subList(Math.min(mark.raised(), raised.size()), raised.size()).clear();
        told = Math.min(told, raised.size());
        actions.subList(mark.actions(), actions.size()).clear();
        undoSince(mark);
    }

    /**
     * Handlers that belong to the transaction are called, and may raise further events. From here on, events that other
     * listeners raise before the commit are stored as they come.
     */
    @Override
    public void beforeCommit() {
        store();
        committing = true;
    }

    /** Of whoever raises, who may be one of several in the unit; without a context all are of one conversation. */
    private EventHeaders headers() {
        return RequestContext.current().map(EventHeaders::of).orElse(unitHeaders);
    }

    private void storeIfCommitting() {
        if (committing) {
            store();
        }
    }

    private void store() {
        while (told < raised.size()) {
            store.tellInTransaction(Objects.requireNonNull(raised.get(told++).live()));
        }
        if (!raised.isEmpty()) {
            stored.add(store.store(List.copyOf(raised)));
            raised.clear();
            told = 0;
        }
    }

    @Override
    public void afterCompletion(boolean committed) {
        if (committed) {
            stored.forEach(StoredBatch::committed);
            actions.forEach(action -> run(action, "An action after the commit failed; the commit stands"));
        } else {
            stored.forEach(StoredBatch::notCommitted);
            undoSince(Mark.BEGIN);
        }
    }

    private void undoSince(Mark mark) {
        List<Runnable> gone = undoing.subList(mark.undoing(), undoing.size());
        gone.reversed()
                .forEach(undo -> run(undo, "What was rolled back in the database could not be undone beside it"));
        gone.clear();
    }

    private static void run(Runnable action, String failed) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error(failed, failure);
        }
    }

    /** How much had been gathered when joined work began. */
    private record Mark(int raised, int actions, int undoing, int stored) {
        /** Also for what began before there was anything to gather. */
        static final Mark BEGIN = new Mark(0, 0, 0, 0);
    }
}
