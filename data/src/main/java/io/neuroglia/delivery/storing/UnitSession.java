package io.neuroglia.delivery.storing;

import io.neuroglia.context.RequestContext;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.UnsavedAggregates;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one outermost transaction has gathered: events to store before its commit, actions to run after it, and what to undo
 * beside the database if it rolls back. Joined work that rolls back loses its part. For the thread of the transaction.
 *
 * @since 0.1
 */
public final class UnitSession implements Transactions.Completion {
    private static final GuardedLog LOG = GuardedLog.of(UnitSession.class);

    private final EventStore store;
    private final List<EventMessage> raised = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private final List<Runnable> undoing = new ArrayList<>();
    private final List<StoredBatch> stored = new ArrayList<>();
    private final EventHeaders unitHeaders = EventHeaders.current();
    private final IdentityHashMap<Object, Mark> savepoints = new IdentityHashMap<>();
    private final UnsavedAggregates unsaved = new UnsavedAggregates();
    private boolean committing;
    private boolean storing;
    private @Nullable Throwable notStored;
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

    /**
     * Refuses the commit if an aggregate then has events that were not stored.
     *
     * @param aggregate as it is stored
     */
    public void watch(AggregateRoot<?> aggregate) {
        unsaved.watch(aggregate);
    }

    /** What was only loaded, and not changed, needs no commit. */
    @Override
    public boolean isUntouched() {
        return raised.isEmpty() && stored.isEmpty() && actions.isEmpty() && undoing.isEmpty();
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(
                savepoint,
                new Mark(raised.size(), actions.size(), undoing.size(), stored.size(), unsaved.mark(), notStored));
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
        unsaved.forgetSince(mark.unsaved());
        notStored = mark.notStored();
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

    /** The last moment: nothing is raised any more that could still be refused. */
    @Override
    public void approveCommit() {
        if (notStored != null) {
            throw new IllegalStateException(
                    "An event that was raised during the commit could not be stored or handled, so the transaction is"
                            + " rolled back. The cause says why.",
                    notStored);
        }
        unsaved.requireNone();
    }

    /** Of whoever raises, who may be one of several in the unit; without a context all are of one conversation. */
    private EventHeaders headers() {
        return RequestContext.current().map(EventHeaders::of).orElse(unitHeaders);
    }

    private void storeIfCommitting() {
        if (committing && !storing) {
            store();
        }
    }

    /** What is raised meanwhile, by handlers or when an object-relational mapper writes, is stored by the same call. */
    private void store() {
        storing = true;
        try {
            while (!raised.isEmpty()) {
                storeBatch();
            }
        } catch (RuntimeException | Error failure) {
            notStored = failure; // who raised may hide it
            throw failure;
        } finally {
            storing = false;
        }
    }

    private void storeBatch() {
        while (told < raised.size()) {
            store.tellInTransaction(Objects.requireNonNull(raised.get(told++).live()));
        }
        List<EventMessage> batch = List.copyOf(raised);
        stored.add(store.store(batch));
        raised.subList(0, batch.size()).clear();
        told -= batch.size();
    }

    @Override
    public void afterCompletion(boolean committed) {
        unsaved.end();
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
        } catch (RuntimeException | Error failure) { // the others run all the same
            LOG.error(failed, failure);
        }
    }

    /** How much had been gathered when joined work began. */
    private record Mark(
            int raised,
            int actions,
            int undoing,
            int stored,
            long unsaved,
            @Nullable Throwable notStored) {
        /** Also for what began before there was anything to gather. */
        static final Mark BEGIN = new Mark(0, 0, 0, 0, 0, null);
    }
}
