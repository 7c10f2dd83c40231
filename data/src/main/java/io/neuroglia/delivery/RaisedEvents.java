package io.neuroglia.delivery;

import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of events from the unit of work that raised them into the table, and to the handlers of this process. */
final class RaisedEvents {
    private final Transactions transactions;
    private final ProcessLease lease;
    private final HeldWork held;
    private volatile @Nullable DeliveryRun run;
    private volatile @Nullable Subscriptions known;

    RaisedEvents(Transactions transactions, ProcessLease lease, HeldWork held) {
        this.transactions = transactions;
        this.lease = lease;
        this.held = held;
    }

    void started(Subscriptions subscriptions, DeliveryRun running) {
        known = subscriptions;
        run = running;
    }

    /** From now on events are stored for others to deliver. */
    void stopped() {
        run = null;
    }

    /** What this process knows; null before it was started. */
    @Nullable
    Subscriptions known() {
        return known;
    }

    Subscriptions subscriptions() {
        Subscriptions subscriptions = known;
        if (subscriptions == null) {
            throw new IllegalStateException("An event was raised before durable delivery was started, so its handlers"
                    + " are not known yet. Call DurableDelivery.start(mediator) first.");
        }
        return subscriptions;
    }

    /** Calls the handlers that belong to the open transaction. What they throw rolls it back. */
    void tellInTransaction(DomainEvent event) {
        for (EventSubscription handler : subscriptions().inTransaction(event)) {
            try {
                handler.deliver(event);
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(
                        handler.handlerName() + " failed to handle " + LogicalNames.of(event.getClass())
                                + " in the transaction that raised it, so that is rolled back",
                        failure);
            }
        }
    }

    /** Stores events in the open transaction, owned by this process as long as it has room for them. */
    List<KeptEvent> store(List<RaisedEvent> raised) {
        List<NewEvent> events = owned(NewEvents.of(raised, subscriptions()));
        try {
            return EventStorage.store(transactions.connection(), events);
        } catch (SQLException cause) {
            release(events);
            throw SqlFailures.of("Cannot store " + events.size() + " events", cause);
        } catch (RuntimeException cause) {
            release(events);
            throw cause;
        }
    }

    /** The short way: what is stored now is delivered now. */
    void committed(List<KeptEvent> events) {
        DeliveryRun running = run;
        for (KeptEvent kept : events) {
            Long owner = kept.event().owner();
            if (owner == null || running == null || kept.stored().pending().isEmpty()) {
                held.release(kept.event().hold());
            } else {
                Object live = kept.event().raised().event();
                running.worker().dispatcher().first(kept.stored(), owner, live, false);
            }
        }
        if (running != null) {
            lookLater(events, running.worker());
        }
    }

    /** Rolled back, or perhaps not: if the commit happened after all, the sweep finds the events. */
    void forgotten(List<KeptEvent> events) {
        release(events.stream().map(KeptEvent::event).toList());
    }

    private static void lookLater(List<KeptEvent> events, DeliveryWorker worker) {
        List<Turn> waiting = events.stream().flatMap(KeptEvent::turns).toList();
        if (!waiting.isEmpty()) {
            worker.waiting(waiting);
        }
        if (events.stream().anyMatch(KeptEvent::isUnowned)) {
            worker.announce();
        }
    }

    private void release(List<NewEvent> events) {
        events.forEach(event -> held.release(event.hold()));
    }

    private List<NewEvent> owned(List<NewEvent> events) {
        List<NewEvent> wanted =
                events.stream().filter(event -> !event.ready().isEmpty()).toList();
        Long owner = run == null ? null : lease.incarnation();
        if (owner == null || !held.tryHold(wanted.stream().map(NewEvent::hold).toList())) {
            return events;
        }
        long incarnation = owner;
        return events.stream()
                .map(event -> event.ready().isEmpty() ? event : event.ownedBy(incarnation))
                .toList();
    }
}
