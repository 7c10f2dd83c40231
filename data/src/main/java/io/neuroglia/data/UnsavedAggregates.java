package io.neuroglia.data;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aggregates of one unit of work that have raised events since they were last stored; for implementations of
 * {@link EventSink}. It refers only to those: what is loaded and not changed can be collected as garbage, so a stream may
 * be of any length. Not thread-safe: it belongs to the thread of the unit.
 *
 * @since 0.1
 */
public final class UnsavedAggregates {
    private final IdentityHashMap<AggregateRoot<?>, Long> changed = new IdentityHashMap<>();
    private final Set<AggregateRoot<?>> discarded = Collections.newSetFromMap(new IdentityHashMap<>());
    private long changes;
    private boolean ended;

    /** No aggregate has changed. */
    public UnsavedAggregates() {}

    /**
     * Notices from now on when an aggregate raises events, and when it is stored. An aggregate is watched by one unit at a
     * time, the latest.
     *
     * @param aggregate just loaded or stored
     */
    public void watch(AggregateRoot<?> aggregate) {
        aggregate.watchedBy(this);
    }

    /**
     * The point in time at which joined work begins.
     *
     * @return a number for {@link #forgetSince(long)}
     */
    public long mark() {
        return changes;
    }

    /**
     * Forgets the aggregates that were unchanged at a mark, because the work since then is undone as a whole.
     *
     * @param mark when that work began
     */
    public void forgetSince(long mark) {
        changed.values().removeIf(number -> number >= mark);
    }

    /**
     * Whether an aggregate that was watched is not to be stored.
     *
     * @param aggregate one that was watched
     * @return true after {@link AggregateRoot#discardChanges()}
     */
    public boolean isDiscarded(AggregateRoot<?> aggregate) {
        return discarded.contains(aggregate);
    }

    /**
     * Refuses to let events be lost.
     *
     * @throws UnsavedAggregateException if an aggregate has changed and was not stored since
     */
    public void requireNone() {
        List<AggregateRoot<?>> unsaved = changed.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .<AggregateRoot<?>>map(Map.Entry::getKey)
                .toList();
        if (!unsaved.isEmpty()) {
            throw UnsavedAggregateException.withEvents(unsaved);
        }
    }

    /** The unit has ended: aggregates that outlive it are not watched any more. */
    public void end() {
        ended = true;
        changed.clear();
        discarded.clear();
    }

    void changed(AggregateRoot<?> aggregate) {
        if (!ended) {
            changed.putIfAbsent(aggregate, changes++);
        }
    }

    void discarded(AggregateRoot<?> aggregate) {
        changed.remove(aggregate);
        if (!ended) {
            discarded.add(aggregate);
        }
    }

    /** Running the answer takes it back: the aggregate has changed when it had changed first. */
    Runnable stored(AggregateRoot<?> aggregate) {
        Long number = changed.remove(aggregate);
        return () -> {
            if (number != null && !ended) {
                changed.put(aggregate, number);
            }
        };
    }
}
