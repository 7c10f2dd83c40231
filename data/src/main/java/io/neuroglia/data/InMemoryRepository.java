package io.neuroglia.data;

import io.neuroglia.message.LogicalNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<ID, Stored<S>> rows = new HashMap<>();
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
    public synchronized Optional<T> findById(ID id) {
        return Optional.ofNullable(rows.get(id)).map(this::restore);
    }

    @Override
    public synchronized List<T> findByIds(Collection<? extends ID> ids) {
        return sorted(
                ids.stream().distinct().flatMap(id -> findById(id).stream()).toList());
    }

    @Override
    public synchronized List<T> findAll() {
        return sorted(rows.values().stream().map(this::restore).toList());
    }

    @Override
    public synchronized void add(T aggregate) {
        if (rows.containsKey(aggregate.id())) {
            throw new DuplicateAggregateException(aggregate);
        }
        write(aggregate, 1);
    }

    @Override
    public synchronized void save(T aggregate) {
        requireCurrent(aggregate);
        write(aggregate, aggregate.version() + 1);
    }

    @Override
    public synchronized void remove(T aggregate) {
        requireCurrent(aggregate);
        handOver(aggregate, aggregate.version() + 1);
        rows.remove(aggregate.id());
        aggregate.stored(aggregate.version() + 1);
    }

    private void requireCurrent(T aggregate) {
        Stored<S> row = rows.get(aggregate.id());
        if (row == null || row.version() != aggregate.version()) {
            throw new VersionConflictException(aggregate);
        }
    }

    private void write(T aggregate, long version) {
        Stored<S> row = new Stored<>(version, toState.apply(aggregate));
        handOver(aggregate, version);
        rows.put(aggregate.id(), row);
        aggregate.stored(version);
    }

    /** Before anything is changed, because there is no transaction that would undo it when the events are refused. */
    private void handOver(T aggregate, long version) {
        events.accept(LogicalNames.of(aggregate.getClass()) + "/" + aggregate.id(), version, aggregate.pendingEvents());
    }

    private T restore(Stored<S> row) {
        return toAggregate.apply(row.state(), row.version());
    }

    private List<T> sorted(List<T> found) {
        return found.stream()
                .sorted(Comparator.comparing(
                        aggregate -> aggregate.id().toString().getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned))
                .toList();
    }

    private record Stored<S>(long version, S state) {}
}
