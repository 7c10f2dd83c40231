package io.neuroglia.delivery;

import io.neuroglia.context.RequestContext;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one outermost transaction has gathered: events to store before its commit, actions to run after it. */
final class UnitSession implements Transactions.Completion {
    private static final Logger LOG = LoggerFactory.getLogger(UnitSession.class);

    private final RaisedEvents events;
    private final List<RaisedEvent> raised = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private final List<KeptEvent> stored = new ArrayList<>();
    private final EventHeaders unitHeaders = EventHeaders.current();
    private boolean committing;
    private int told;

    UnitSession(RaisedEvents events) {
        this.events = events;
    }

    /** An event of no aggregate, with or without a key that orders it. */
    void raise(@Nullable String key, DomainEvent event) {
        raised.add(new RaisedEvent(key, false, 0, 0, event, headers()));
        storeIfCommitting();
    }

    /** The events of an aggregate that was stored at a version. */
    void raise(String key, long version, List<DomainEvent> events) {
        int ordinal = 0;
        for (DomainEvent event : events) {
            raised.add(new RaisedEvent(key, true, version, ordinal++, event, headers()));
        }
        storeIfCommitting();
    }

    void afterCommit(Runnable action) {
        actions.add(action);
    }

    Mark mark() {
        return new Mark(raised.size(), actions.size());
    }

    /** Forgets what joined work has gathered that is rolled back. */
    void rollBackTo(Mark mark) {
        raised.subList(mark.raised(), raised.size()).clear();
        actions.subList(mark.actions(), actions.size()).clear();
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

    /** Of who raises, who may be one of several in the unit; without a context all are of one conversation. */
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
            events.tellInTransaction(raised.get(told++).event());
        }
        if (!raised.isEmpty()) {
            stored.addAll(events.store(List.copyOf(raised)));
            raised.clear();
            told = 0;
        }
    }

    @Override
    public void afterCompletion(boolean committed) {
        if (committed) {
            events.committed(stored);
            actions.forEach(UnitSession::run);
        } else {
            events.forgotten(stored);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("An action after the commit failed; the commit stands", failure);
        }
    }

    /** How much had been gathered when joined work began. */
    record Mark(int raised, int actions) {}
}
