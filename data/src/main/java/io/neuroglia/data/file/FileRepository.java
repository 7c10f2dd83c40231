package io.neuroglia.data.file;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DuplicateAggregateException;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import io.neuroglia.data.VersionConflictException;
import io.neuroglia.data.file.FileStore.Draft;
import io.neuroglia.data.json.StateFormat;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.message.LogicalNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps aggregates in files, one each, for small tools that have no database. A file is replaced as a whole: after a
 * crash at any moment each holds what it held before or what it was to hold. What {@code add}, {@code save} and
 * {@code remove} have done when they return survives a crash, also of the machine. The directory belongs to one repository
 * at a time. Thread-safe.
 *
 * <p>It is no database. Each file is written at once and not at the end of the unit of work: others see it before; if the
 * unit rolls back, it is put back, unless somebody else has stored the aggregate since; and if the process dies in between,
 * what was written stays. What must commit together belongs into one aggregate, or into PostgreSQL.
 *
 * @param <T> the aggregate
 * @param <ID> identifies it; its {@code toString} is stored
 * @param <S> its stored state
 * @since 0.1
 */
public final class FileRepository<T extends AggregateRoot<ID>, ID, S> implements Repository<T, ID>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileRepository.class);

    private final FileStore files;
    private final EventSink events;
    private final AggregateMapping<T, S> mapping;
    private final StateFormat<S> states;
    private final Consumer<UnreadableAggregateException> unreadable;

    private FileRepository(
            FileStore files,
            EventSink events,
            AggregateMapping<T, S> mapping,
            StateFormat<S> states,
            Consumer<UnreadableAggregateException> unreadable) {
        this.files = files;
        this.events = events;
        this.mapping = mapping;
        this.states = states;
        this.unreadable = Objects.requireNonNull(unreadable, "unreadable");
    }

    /**
     * Opens a repository. It keeps its files in a directory named after the aggregate in small letters, so that repositories of several
     * aggregates can share one around them.
     *
     * @param parent the directory around, made if it is missing
     * @param events takes the aggregates' events over
     * @param mapping how the aggregate is stored
     * @param <T> the aggregate
     * @param <ID> identifies it
     * @param <S> its stored state
     * @return a repository; to be closed, so that another one can be opened
     * @throws DirectoryInUseException at once, if another repository of this or another process is open there
     * @throws DataFailureException if the directory cannot be used
     * @throws IllegalArgumentException if the mapping's upcasters have a gap
     */
    public static <T extends AggregateRoot<ID>, ID, S> FileRepository<T, ID, S> open(
            Path parent, EventSink events, AggregateMapping<T, S> mapping) {
        return open(parent, events, mapping, StoredFormat.standard());
    }

    /**
     * Opens a repository, as {@link #open(Path, EventSink, AggregateMapping)} does, whose states are stored in a format of
     * the application's own.
     *
     * @param parent the directory around, made if it is missing
     * @param events takes the aggregates' events over
     * @param mapping how the aggregate is stored
     * @param format how states are written as JSON
     * @param <T> the aggregate
     * @param <ID> identifies it
     * @param <S> its stored state
     * @return a repository; to be closed, so that another one can be opened
     * @throws DirectoryInUseException at once, if another repository of this or another process is open there
     * @throws DataFailureException if the directory cannot be used
     * @throws IllegalArgumentException if the mapping's upcasters have a gap
     */
    public static <T extends AggregateRoot<ID>, ID, S> FileRepository<T, ID, S> open(
            Path parent, EventSink events, AggregateMapping<T, S> mapping, StoredFormat format) {
        StateFormat<S> states = StateFormat.of(format, mapping);
        String name = LogicalNames.of(mapping.aggregateType()).toLowerCase(Locale.ROOT);
        Path directory = parent.resolve(FileName.of(name));
        try {
            return new FileRepository<>(FileStore.open(directory), events, mapping, states, FileRepository::refuse);
        } catch (IOException cause) {
            throw new DataFailureException("Cannot use " + directory, cause);
        }
    }

    @Override
    public Optional<T> findById(ID id) {
        return files.read(id.toString()).map(this::aggregate);
    }

    @Override
    public List<T> findByIds(Collection<? extends ID> ids) {
        return sorted(ids.stream().map(Object::toString).distinct().flatMap(id -> readable(() -> files.read(id))));
    }

    @Override
    public List<T> findAll() {
        return sorted(files.all().flatMap(file -> readable(() -> files.read(file))));
    }

    @Override
    public Stream<T> stream() {
        return files.all().flatMap(file -> readable(() -> files.read(file).map(this::aggregate)));
    }

    /** A view of the same files; closing it closes this repository, too. */
    @Override
    public FileRepository<T, ID, S> skippingUnreadable(Consumer<UnreadableAggregateException> report) {
        return new FileRepository<>(files, events, mapping, states, report);
    }

    @Override
    public void add(T aggregate) {
        synchronized (files) {
            if (files.read(aggregate.id().toString()).isPresent()) {
                throw new DuplicateAggregateException(aggregate);
            }
            replace(aggregate, null, 1);
        }
    }

    @Override
    public void save(T aggregate) {
        synchronized (files) {
            replace(aggregate, current(aggregate), aggregate.version() + 1);
        }
    }

    @Override
    public void remove(T aggregate) {
        synchronized (files) {
            StoredFile former = current(aggregate);
            handOver(aggregate, aggregate.version() + 1);
            events.onRollback(() -> putBack(former.id(), null, former));
            files.delete(former.id());
            events.onRollback(aggregate.stored(aggregate.version() + 1));
        }
    }

    /** Gives the directory free. The repository cannot be used any more. */
    @Override
    public void close() {
        synchronized (files) {
            try {
                files.close();
            } catch (IOException cause) {
                throw new DataFailureException("Cannot close the repository", cause);
            }
        }
    }

    private StoredFile current(T aggregate) {
        return files.read(aggregate.id().toString())
                .filter(file -> file.version() == aggregate.version())
                .orElseThrow(() -> new VersionConflictException(aggregate));
    }

    /** The events are handed over between what fails most, such as on a full disk, and what cannot be taken back. */
    private void replace(T aggregate, @Nullable StoredFile former, long version) {
        String state = states.write(mapping.toState(aggregate));
        StoredFile content = new StoredFile(aggregate.id().toString(), version, state);
        try (Draft draft = files.draft(content)) {
            handOver(aggregate, version);
            events.onRollback(() -> putBack(content.id(), content, former));
            draft.putInPlace();
        }
        events.onRollback(aggregate.stored(version));
        watched(aggregate);
    }

    private void handOver(T aggregate, long version) {
        String key = LogicalNames.of(mapping.aggregateType()) + "/" + aggregate.id();
        events.accept(key, version, aggregate.pendingEvents());
    }

    private void putBack(String id, @Nullable StoredFile content, @Nullable StoredFile former) {
        synchronized (files) {
            Optional<StoredFile> current = files.read(id);
            if (!current.equals(Optional.ofNullable(content))) {
                if (!current.equals(Optional.ofNullable(former))) {
                    LOG.warn(
                            "What a unit of work stored of {} stays, although it rolled back: others stored it since",
                            id);
                }
            } else if (former == null) {
                files.delete(id);
            } else {
                try (Draft draft = files.draft(former)) {
                    draft.putInPlace();
                }
            }
        }
    }

    private T aggregate(StoredFile file) {
        try {
            return watched(mapping.toAggregate(states.read(file.state()), file.version()));
        } catch (RuntimeException cause) {
            throw files.unreadable(file, cause);
        }
    }

    private T watched(T aggregate) {
        events.watch(aggregate, () -> mapping.toState(aggregate));
        return aggregate;
    }

    private <V> Stream<V> readable(Supplier<Optional<V>> reading) {
        try {
            return reading.get().stream();
        } catch (UnreadableAggregateException failure) {
            unreadable.accept(failure);
            return Stream.empty();
        }
    }

    private static void refuse(UnreadableAggregateException failure) {
        throw failure;
    }

    private List<T> sorted(Stream<StoredFile> found) {
        return found.sorted(Comparator.comparing(
                        file -> file.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .flatMap(file -> readable(() -> Optional.of(aggregate(file))))
                .toList();
    }
}
