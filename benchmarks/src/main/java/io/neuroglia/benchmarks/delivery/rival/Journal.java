package io.neuroglia.benchmarks.delivery.rival;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * When each order's transaction had committed, and when each handler began with its event. An order's commit is noted on
 * the publishing thread before the event can be handed on. Thread-safe.
 */
public final class Journal {
    private final int capacity;
    private final AtomicLongArray committed;
    private final AtomicLongArray[] begun;
    private final AtomicIntegerArray calls;
    private final LongAdder commits = new LongAdder();
    private final LongAdder deliveries = new LongAdder();

    /**
     * An empty journal.
     *
     * @param capacity orders at most
     */
    public Journal(int capacity, int handlers) {
        this.capacity = capacity;
        this.committed = new AtomicLongArray(capacity);
        this.begun = new AtomicLongArray[handlers];
        this.calls = new AtomicIntegerArray(handlers);
        Arrays.setAll(begun, handler -> new AtomicLongArray(capacity));
    }

    public int capacity() {
        return capacity;
    }

    public void committed(int order) {
        committed.setRelease(order, System.nanoTime());
        commits.increment();
    }

    /** Only a handler's first call for an order counts. */
    public void begun(int handler, int order) {
        calls.incrementAndGet(handler);
        if (begun[handler].compareAndSet(order, 0, System.nanoTime())) {
            deliveries.increment();
        }
    }

    /** How many orders' transactions have committed. */
    public long commits() {
        return commits.sum();
    }

    /** How many (order, handler) have been delivered at least once. */
    public long deliveries() {
        return deliveries.sum();
    }

    /** How many calls of handlers there were, repetitions included. */
    public long calls() {
        long sum = 0;
        for (int handler = 0; handler < calls.length(); handler++) {
            sum += calls.get(handler);
        }
        return sum;
    }

    /** From commit to the beginning of each delivery of some orders, in nanoseconds. */
    public long[] nanos(int from, int to) {
        long[] nanos = new long[(to - from) * begun.length];
        int next = 0;
        for (AtomicLongArray handler : begun) {
            for (int order = from; order < to; order++) {
                nanos[next++] = handler.get(order) - committed.get(order);
            }
        }
        return nanos;
    }
}
