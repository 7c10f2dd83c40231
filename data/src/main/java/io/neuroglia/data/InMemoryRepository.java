package io.neuroglia.data;

import io.neuroglia.message.LogicalNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the states of aggregates in memory, for tests and small tools. Versions are checked as in a database, and what a
 * unit of work stored is put back when it rolls back, unless somebody else has stored the aggregate since: others see a
 * change before the unit commits. Thread-safe.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it
 * @param <S> an immutable copy of its state
 * @since 0.1
 */
public final class InMemoryRepository<T extends AggregateRoot<ID>, ID, S> implements Repository<T, ID> {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryRepository.class);

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

    /** The aggregates that are there when it is called. */
    @Override
    public synchronized Stream<T> stream() {
        return List.copyOf(rows.values()).stream().map(this::restore);
    }

    @Override
    public synchronized void add(T aggregate) {
        if (rows.containsKey(aggregate.id())) {
            throw new DuplicateAggregateException(aggregate);
        }
        write(aggregate, new Stored<>(1, toState.apply(aggregate)));
    }

    @Override
    public synchronized void save(T aggregate) {
        requireCurrent(aggregate);
        write(aggregate, new Stored<>(aggregate.version() + 1, toState.apply(aggregate)));
    }

    @Override
    public synchronized void remove(T aggregate) {
        requireCurrent(aggregate);
        write(aggregate, null);
    }

    private void requireCurrent(T aggregate) {
        Stored<S> row = rows.get(aggregate.id());
        if (row == null || row.version() != aggregate.version()) {
            throw new VersionConflictException(aggregate);
        }
    }

    /** The events are handed over before anything is changed, because they may be refused. */
    private void write(T aggregate, @Nullable Stored<S> row) {
        ID id = aggregate.id();
        Stored<S> former = rows.get(id);
        long version = row == null ? aggregate.version() + 1 : row.version();
        events.accept(LogicalNames.of(aggregate.getClass()) + "/" + id, version, aggregate.pendingEvents());
        events.onRollback(() -> putBack(id, row, former));
        put(id, row);
        events.onRollback(aggregate.stored(version));
        if (row != null) {
            watched(aggregate);
        }
    }

    private void put(ID id, @Nullable Stored<S> row) {
        if (row == null) {
            rows.remove(id);
        } else {
            rows.put(id, row);
        }
    }

    private synchronized void putBack(ID id, @Nullable Stored<S> row, @Nullable Stored<S> former) {
        if (Objects.equals(rows.get(id), row)) {
            put(id, former);
        } else {
            LOG.warn(
                    "What a unit of work stored of {} stays, although it rolled back: others have stored it since", id);
        }
    }

    private T restore(Stored<S> row) {
        return watched(toAggregate.apply(row.state(), row.version()));
    }

    private T watched(T aggregate) {
        events.watch(aggregate, () -> toState.apply(aggregate));
        return aggregate;
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
