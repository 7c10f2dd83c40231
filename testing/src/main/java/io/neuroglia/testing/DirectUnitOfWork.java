package io.neuroglia.testing;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit of work without a database: it runs the work and collects the events that were raised, by it or by aggregates.
 * Events and after-commit actions follow the rules: those of work that fails are dropped, also of joined work only, and
 * what it stored in an {@code InMemoryRepository} is undone. There is no isolation: others see changes before the unit
 * ends. Events are not delivered, but one that could not be stored and read again is refused as in production.
 *
 * <p>A unit does not succeed while an aggregate that was loaded in it has changed and was not saved: its events, as in every
 * unit of work, and its state too, which only this one compares. Thread-safe; an open unit belongs to its thread.
 *
 * <pre>{@code
 * DirectUnitOfWork unitOfWork = new DirectUnitOfWork();
 * Repository<Order, String> orders = new InMemoryRepository<>(unitOfWork, Order::state, Order::new);
 * Mediator mediator = Mediator.builder()
 *         .behavior(Command.class, new TransactionBehavior(unitOfWork))
 *         .handle(PlaceOrderCommand.class, new PlaceOrderCommandHandler(orders, menu))
 *         .build();
 * }</pre>
 *
 * @since 0.1
 */
public final class DirectUnitOfWork implements UnitOfWork, EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(DirectUnitOfWork.class);

    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ThreadLocalUsage") // of this instance: two applications in one JVM share nothing
    private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();

    private final StoredFormat format;

    /** No event was raised yet. Events must be storable in the standard format. */
    public DirectUnitOfWork() {
        this(StoredFormat.standard());
    }

    /**
     * No event was raised yet.
     *
     * @param format in which events must be storable
     */
    public DirectUnitOfWork(StoredFormat format) {
        this.format = Objects.requireNonNull(format, "format");
    }

    @Override
    public <T> OperationResult<T> execute(Work<T> work) throws Exception {
        Unit outer = current.get();
        Unit unit = Unit.in(outer);
        current.set(unit);
        boolean kept = false;
        try {
            OperationResult<T> result = work.run();
            if (result.isSuccess() && outer == null) {
                unit.loaded().requireNoneUnsaved();
            }
            kept = result.isSuccess();
            return result;
        } finally {
            restore(outer);
            end(unit, outer, kept);
        }
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    @Override
    public void raise(DomainEvent event) {
        add(open(), List.of(Objects.requireNonNull(event, "event")));
    }

    @Override
    public void raise(String key, DomainEvent event) {
        Objects.requireNonNull(key, "key");
        raise(event);
    }

    @Override
    public void accept(String key, long version, List<DomainEvent> raised) {
        add(open(), raised);
    }

    @Override
    public void afterCommit(Runnable action) {
        open().actions().add(Objects.requireNonNull(action, "action"));
    }

    @Override
    public void onRollback(Runnable undo) {
        open().undoing().add(Objects.requireNonNull(undo, "undo"));
    }

    @Override
    public void watch(AggregateRoot<?> aggregate, Supplier<?> state) {
        Unit unit = current.get();
        if (unit != null) {
            unit.loaded().watch(aggregate, state);
        }
    }

    /**
     * The events of all units that succeeded.
     *
     * @return a copy, in the order in which the units ended and within a unit in the order raised
     */
    public List<DomainEvent> events() {
        return List.copyOf(events);
    }

    private void add(Unit unit, List<DomainEvent> raised) {
        raised.forEach(format::verify);
        unit.events().addAll(raised);
    }

    private void restore(@Nullable Unit outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    private void end(Unit unit, @Nullable Unit outer, boolean kept) {
        if (outer == null) {
            unit.loaded().end();
        }
        if (!kept) {
            unit.undoing().reversed().forEach(undo -> run(undo, "What was rolled back could not be undone"));
            if (outer != null) {
                unit.loaded().undoneSince(unit.begun());
            }
        } else if (outer == null) {
            events.addAll(unit.events());
            unit.actions().forEach(action -> run(action, "An action after the commit failed; the commit stands"));
        } else {
            outer.events().addAll(unit.events());
            outer.actions().addAll(unit.actions());
            outer.undoing().addAll(unit.undoing());
        }
    }

    private static void run(Runnable action, String failed) {
        try {
            action.run();
        } catch (RuntimeException | Error failure) { // the others run all the same
            LOG.error(failed, failure);
        }
    }

    private Unit open() {
        Unit unit = current.get();
        if (unit == null) {
            throw new IllegalStateException("No unit of work is open on this thread. Call this inside"
                    + " UnitOfWork.execute(…), or give the repository RecordingEvents to test a handler directly.");
        }
        return unit;
    }

    /** What one execution has gathered so far, and what its outermost has loaded. */
    private record Unit(
            List<DomainEvent> events,
            List<Runnable> actions,
            List<Runnable> undoing,
            LoadedAggregates loaded,
            LoadedAggregates.Mark begun) {

        static Unit in(@Nullable Unit outer) {
            LoadedAggregates loaded = outer == null ? new LoadedAggregates() : outer.loaded();
            return new Unit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), loaded, loaded.mark());
        }
    }
}
