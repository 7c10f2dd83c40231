package io.neuroglia.data;

import io.neuroglia.message.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one aggregate that are not stored yet, and the unit of work that expects them to be. Not thread-safe. */
final class PendingEvents {
    private final List<DomainEvent> events = new ArrayList<>();
    private @Nullable UnsavedAggregates unit;

    void watchedBy(UnsavedAggregates watching) {
        unit = watching;
    }

    void add(AggregateRoot<?> aggregate, DomainEvent event) {
        events.add(event);
        if (unit != null) {
            unit.changed(aggregate);
        }
    }

    List<DomainEvent> all() {
        return List.copyOf(events);
    }

    void discard(AggregateRoot<?> aggregate) {
        events.clear();
        if (unit != null) {
            unit.discarded(aggregate);
        }
    }

    /** Clears the events, which are stored now. Running the answer takes that back. */
    Runnable stored(AggregateRoot<?> aggregate) {
        List<DomainEvent> handedOver = all();
        Runnable changedAgain = unit == null ? () -> {} : unit.stored(aggregate);
        events.clear();
        return () -> {
            events.addAll(0, handedOver);
            changedAgain.run();
        };
    }
}
