package io.neuroglia.testing;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.data.UnsavedAggregateException;
import io.neuroglia.data.UnsavedAggregates;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The aggregates that one outermost unit of work has loaded or stored, each with its state at that time. A change of state
 * counts although no event tells of it.
 */
final class LoadedAggregates {
    private final UnsavedAggregates withEvents = new UnsavedAggregates();
    private final IdentityHashMap<AggregateRoot<?>, Known> known = new IdentityHashMap<>();

    void watch(AggregateRoot<?> aggregate, Supplier<?> state) {
        withEvents.watch(aggregate);
        known.put(aggregate, Known.now(aggregate, state));
    }

    /** Before joined work. */
    Mark mark() {
        Set<AggregateRoot<?>> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        known.forEach((aggregate, as) -> {
            if (as.isChanged(aggregate)) {
                changed.add(aggregate);
            }
        });
        return new Mark(withEvents.mark(), new IdentityHashMap<>(known), changed);
    }

    /** What joined work loaded or changed that is undone now is nobody's any more. */
    void undoneSince(Mark mark) {
        withEvents.forgetSince(mark.changes());
        known.clear();
        mark.known()
                .forEach((aggregate, as) ->
                        known.put(aggregate, mark.changed().contains(aggregate) ? as : as.again(aggregate)));
    }

    void requireNoneUnsaved() {
        withEvents.requireNone();
        List<AggregateRoot<?>> unsaved = known.entrySet().stream()
                .filter(entry -> entry.getValue().isChanged(entry.getKey()))
                .<AggregateRoot<?>>map(Map.Entry::getKey)
                .filter(aggregate -> !withEvents.isDiscarded(aggregate))
                .toList();
        if (!unsaved.isEmpty()) {
            throw UnsavedAggregateException.withState(unsaved);
        }
    }

    void end() {
        withEvents.end();
        known.clear();
    }

    /** How things were when joined work began. */
    record Mark(long changes, IdentityHashMap<AggregateRoot<?>, Known> known, Set<AggregateRoot<?>> changed) {}

    /** The state of an aggregate at a version; not comparable if it is not even equal to itself, made a second time. */
    record Known(long version, Object state, boolean comparable, Supplier<?> current) {
        static Known now(AggregateRoot<?> aggregate, Supplier<?> current) {
            Object state = current.get();
            return new Known(aggregate.version(), state, state.equals(current.get()), current);
        }

        boolean isChanged(AggregateRoot<?> aggregate) {
            return comparable && aggregate.version() == version && !state.equals(current.get());
        }

        Known again(AggregateRoot<?> aggregate) {
            return now(aggregate, current);
        }
    }
}
