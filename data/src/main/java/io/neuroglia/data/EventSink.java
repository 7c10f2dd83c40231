package io.neuroglia.data;

import io.neuroglia.message.DomainEvent;
import java.util.List;

/**
 * Where repositories hand over the events of the aggregates they store. The unit of work implements it and stores the
 * events in its transaction. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes over the events of an aggregate that was just written in the open unit of work.
     *
     * @param key names the aggregate among all: its type and id; orders its events
     * @param version the version the aggregate has now
     * @param events in the order raised
     * @throws IllegalStateException if no unit of work is open
     */
    void accept(String key, long version, List<DomainEvent> events);
}
