package io.neuroglia.delivery.storing;

import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.running.HeldWork.Hold;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events of units of work, and hands them to the fast path once their commit is known. Thread-safe.
 *
 * @since 0.1
 */
public final class EventStore {
    private final Transactions transactions;
    private final EventInsert insert;
    private volatile @Nullable Subscriptions known;
    private volatile @Nullable FastPath fastPath;

    /**
     * A store that knows no handlers yet.
     *
     * @param transactions of the application
     * @param schema of the tables
     */
    public EventStore(Transactions transactions, Schema schema) {
        this.transactions = transactions;
        this.insert = new EventInsert(schema);
    }

    /**
     * Delivery has started.
     *
     * @param subscriptions what this process knows
     * @param path delivers what is stored from now on
     */
    public void started(Subscriptions subscriptions, FastPath path) {
        known = subscriptions;
        fastPath = path;
    }

    /** Delivery stops: from now on events are stored for others to deliver. */
    public void stopped() {
        fastPath = null;
    }

    /**
     * What this process knows.
     *
     * @return null before the first start
     */
    public @Nullable Subscriptions known() {
        return known;
    }

    /**
     * What this process knows.
     *
     * @return handlers and event types
     * @throws IllegalStateException before the first start
     */
    public Subscriptions subscriptions() {
        Subscriptions subscriptions = known;
        if (subscriptions == null) {
            throw new IllegalStateException("An event was raised before durable delivery was started, so its handlers"
                    + " are not known yet. Call DurableDelivery.start(mediator) first.");
        }
        return subscriptions;
    }

    /**
     * A listener to one outermost transaction, which gathers what is raised in it.
     *
     * @return a new one
     */
    public UnitSession newSession() {
        return new UnitSession(this);
    }

    EventMessage write(EventOrder order, DomainEvent event, EventHeaders headers) {
        return subscriptions().write(order, event, headers);
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
    StoredBatch store(List<EventMessage> raised) {
        List<StoredEvent> events = withHandlers(raised);
        FastPath path = fastPath;
        Long owner = path == null ? null : ownerOf(events, path);
        OffsetDateTime horizon = path == null ? OffsetDateTime.MIN : path.horizon();
        StoredBatch batch = new StoredBatch(path, owner, events);
        try {
            return new StoredBatch(path, owner, insert.insert(transactions.connection(), events, owner, horizon));
        } catch (SQLException cause) {
            batch.release();
            throw SqlFailures.of("Cannot store " + events.size() + " events", cause);
        } catch (RuntimeException | Error cause) {
            batch.release();
            throw cause;
        }
    }

    /** Of the events of one key only the first is ready for a handler. */
    private List<StoredEvent> withHandlers(List<EventMessage> raised) {
        Set<HandlerKey> taken = new HashSet<>();
        List<StoredEvent> events = new ArrayList<>();
        for (EventMessage event : raised) {
            String key = event.key();
            List<String> ready = new ArrayList<>();
            List<String> waiting = new ArrayList<>();
            DomainEvent live = event.live();
            for (String handler :
                    live == null ? List.<String>of() : subscriptions().handlersOf(live)) {
                boolean isFirst = key == null || taken.add(new HandlerKey(handler, key));
                (isFirst ? ready : waiting).add(handler);
            }
            events.add(new StoredEvent(event, ready, waiting));
        }
        return events;
    }

    private static @Nullable Long ownerOf(List<StoredEvent> events, FastPath path) {
        Long owner = path.owner();
        if (owner == null) {
            return null;
        }
        List<Hold> wanted = events.stream()
                .filter(event -> !event.ready().isEmpty())
                .map(event -> Hold.ofEvent(owner, event.event().id()))
                .toList();
        return path.held().tryHold(wanted) ? owner : null;
    }
}
