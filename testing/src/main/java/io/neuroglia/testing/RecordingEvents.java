package io.neuroglia.testing;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the events that repositories hand over, for a test to look at. It knows no unit of work: it takes events over at
 * any time, so a handler can be called directly, and keeps them whatever happens later. An event that could not be stored
 * and read again is refused as in production. Thread-safe.
 *
 * <pre>{@code
 * RecordingEvents events = new RecordingEvents();
 * Repository<Order, String> orders = new InMemoryRepository<>(events, Order::state, Order::new);
 * }</pre>
 *
 * @since 0.1
 */
public final class RecordingEvents implements EventSink {
    private final List<Recorded> recorded = new ArrayList<>();
    private final StoredFormat format;

    /** Nothing is recorded yet. Events must be storable in the standard format. */
    public RecordingEvents() {
        this(StoredFormat.standard());
    }

    /**
     * Nothing is recorded yet.
     *
     * @param format in which events must be storable
     */
    public RecordingEvents(StoredFormat format) {
        this.format = Objects.requireNonNull(format, "format");
    }

    @Override
    public synchronized void accept(String key, long version, List<DomainEvent> events) {
        Objects.requireNonNull(key, "key");
        events.forEach(format::verify);
        events.forEach(event -> recorded.add(new Recorded(key, version, event)));
    }

    /**
     * The events themselves.
     *
     * @return a copy, in the order in which they were handed over
     */
    public synchronized List<DomainEvent> all() {
        return recorded.stream().map(Recorded::event).toList();
    }

    /**
     * The events of one type.
     *
     * @param type class of the events, with its subclasses
     * @param <E> the type
     * @return a copy, in the order in which they were handed over
     */
    public synchronized <E extends DomainEvent> List<E> of(Class<E> type) {
        return recorded.stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * The events with what the repository said of them.
     *
     * @return a copy, in the order in which they were handed over
     */
    public synchronized List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** Forgets all, such as the events of what a test has prepared. */
    public synchronized void clear() {
        recorded.clear();
    }

    /**
     * An event as it was handed over.
     *
     * @param key names the aggregate that raised it
     * @param version the version at which the aggregate was stored with it
     * @param event what happened
     * @since 0.1
     */
    public record Recorded(String key, long version, DomainEvent event) {}
}
