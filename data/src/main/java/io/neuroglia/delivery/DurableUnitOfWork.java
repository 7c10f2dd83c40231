package io.neuroglia.delivery;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.storing.EventStore;
import io.neuroglia.delivery.storing.UnitSession;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A unit of work on PostgreSQL: the events that aggregates and handlers raise are stored in the transaction of their
 * changes and delivered after its commit. It does not commit while an aggregate that was loaded in it has events that
 * were not stored. Thread-safe; an open unit belongs to its thread.
 *
 * @since 0.1
 */
public final class DurableUnitOfWork implements UnitOfWork, EventSink {
    private final Transactions transactions;
    private final EventStore events;

    DurableUnitOfWork(Transactions transactions, EventStore events) {
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public <T> OperationResult<T> execute(Work<T> work) throws Exception {
        return transactions.execute(work::run, OperationResult::isSuccess);
    }

    @Override
    public boolean isActive() {
        return transactions.isActive();
    }

    @Override
    public void raise(DomainEvent event) {
        session().raise(null, Objects.requireNonNull(event, "event"));
    }

    @Override
    public void raise(String key, DomainEvent event) {
        session().raise(Objects.requireNonNull(key, "key"), Objects.requireNonNull(event, "event"));
    }

    @Override
    public void accept(String key, long version, List<DomainEvent> events) {
        if (!events.isEmpty()) {
            session().raise(key, version, events);
        }
    }

    @Override
    public void onRollback(Runnable undo) {
        session().onRollback(undo);
    }

    @Override
    public void watch(AggregateRoot<?> aggregate, Supplier<?> state) {
        if (transactions.isActive()) {
            session().watch(aggregate);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        session().afterCommit(action);
    }

    private UnitSession session() {
        return (UnitSession) transactions.completion(this, events::newSession);
    }
}
