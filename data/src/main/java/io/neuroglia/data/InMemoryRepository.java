package io.neuroglia.data;

import io.neuroglia.message.LogicalNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Keeps the states of aggregates in memory, for tests and small tools. Versions are checked as in a database, but there
 * is no transaction: what is stored stays stored, also when the unit of work fails. Thread-safe.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it
 * @param <S> an immutable copy of its state
 * @since 0.1
 */
public final class InMemoryRepository<T extends AggregateRoot<ID>, ID, S> implements Repository<T, ID> {
    private final Map<ID, Stored<S>> rows = new ConcurrentHashMap<>();
    private final EventSink events;
    private final Function<? super T, ? extends S> toState;
    private final BiFunction<? super S, Long, ? extends T> toAggregate;

    /**
     * An empty repository.
     *
     * @param events takes the aggregates' events over
     * @param toState copies an aggregate's state
     * @param toAggregate makes an aggregate of a state and its version
     */
    public InMemoryRepository(
            EventSink events,
            Function<? super T, ? extends S> toState,
            BiFunction<? super S, Long, ? extends T> toAggregate) {
        this.events = events;
        this.toState = toState;
        this.toAggregate = toAggregate;
    }

    @Override
    public Optional<T> findById(ID id) {
        return Optional.ofNullable(rows.get(id)).map(this::restore);
    }

    @Override
    public List<T> findByIds(Collection<? extends ID> ids) {
        return sorted(
                ids.stream().distinct().flatMap(id -> findById(id).stream()).toList());
    }

    @Override
    public List<T> findAll() {
        return sorted(rows.values().stream().map(this::restore).toList());
    }

    @Override
    public void add(T aggregate) {
        if (rows.putIfAbsent(aggregate.id(), new Stored<>(1, toState.apply(aggregate))) != null) {
            throw new DuplicateAggregateException(aggregate);
        }
        written(aggregate, 1);
    }

    @Override
    public void save(T aggregate) {
        Stored<S> row = current(aggregate);
        long next = row.version() + 1;
        if (!rows.replace(aggregate.id(), row, new Stored<>(next, toState.apply(aggregate)))) {
            throw new VersionConflictException(aggregate);
        }
        written(aggregate, next);
    }

    @Override
    public void remove(T aggregate) {
        if (!rows.remove(aggregate.id(), current(aggregate))) {
            throw new VersionConflictException(aggregate);
        }
        written(aggregate, aggregate.version() + 1);
    }

    /** The row the aggregate was loaded from, as long as it is the one that is stored. */
    private Stored<S> current(T aggregate) {
        Stored<S> row = rows.get(aggregate.id());
        if (row == null || row.version() != aggregate.version()) {
            throw new VersionConflictException(aggregate);
        }
        return row;
    }

    private void written(T aggregate, long version) {
        String key = LogicalNames.of(aggregate.getClass()) + "/" + aggregate.id();
        events.accept(key, version, aggregate.pendingEvents());
        aggregate.stored(version);
    }

    private T restore(Stored<S> row) {
        return toAggregate.apply(row.state(), row.version());
    }

    private List<T> sorted(List<T> found) {
        return found.stream()
                .sorted(Comparator.comparing(aggregate -> aggregate.id().toString()))
                .toList();
    }

    private record Stored<S>(long version, S state) {}
}
