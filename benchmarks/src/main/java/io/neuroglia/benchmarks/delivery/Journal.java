package io.neuroglia.benchmarks.delivery;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * When each order's transaction had committed, and when each handler began with its event. An order's commit is noted on
 * the publishing thread before the event can be handed on. Thread-safe.
 */
final class Journal {
    private final int capacity;
    private final AtomicLongArray committed;
    private final AtomicLongArray[] begun;
    private final AtomicIntegerArray calls;
    private final LongAdder deliveries = new LongAdder();

    /**
     * An empty journal.
     *
     * @param capacity orders at most
     */
    Journal(int capacity, int handlers) {
        this.capacity = capacity;
        this.committed = new AtomicLongArray(capacity);
        this.begun = new AtomicLongArray[handlers];
        this.calls = new AtomicIntegerArray(handlers);
        Arrays.setAll(begun, handler -> new AtomicLongArray(capacity));
    }

    int capacity() {
        return capacity;
    }

    void committed(int order) {
        committed.setRelease(order, System.nanoTime());
    }

    /** Only a handler's first call for an order counts. */
    void begun(int handler, int order) {
        calls.incrementAndGet(handler);
        if (begun[handler].compareAndSet(order, 0, System.nanoTime())) {
            deliveries.increment();
        }
    }

    /** How many (order, handler) have been delivered at least once. */
    long deliveries() {
        return deliveries.sum();
    }

    /** How many calls of handlers there were, repetitions included. */
    long calls() {
        long sum = 0;
        for (int handler = 0; handler < calls.length(); handler++) {
            sum += calls.get(handler);
        }
        return sum;
    }

    /** From commit to the beginning of each delivery of some orders, in nanoseconds. */
    Latencies latencies(int from, int to) {
        long[] nanos = new long[(to - from) * begun.length];
        int next = 0;
        for (AtomicLongArray handler : begun) {
            for (int order = from; order < to; order++) {
                nanos[next++] = handler.get(order) - committed.get(order);
            }
        }
        return Latencies.of(nanos);
    }
}
