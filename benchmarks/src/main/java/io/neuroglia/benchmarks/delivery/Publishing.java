package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.rival.EventSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Places orders for a while, from several threads, as fast as it goes or at an even pace. */
final class Publishing {
    private static final long PAUSE = 1_000_000;

    private final EventSystem system;
    private final int first;
    private final AtomicInteger next;
    private final int capacity;
    private final long begin = System.nanoTime();
    private final long end;
    private final Pace pace;

    private Publishing(EventSystem system, Pace pace, int first, int capacity, Duration time) {
        this.system = system;
        this.first = first;
        this.next = new AtomicInteger(first);
        this.capacity = capacity;
        this.end = begin + time.toNanos();
        this.pace = pace;
    }

    /**
     * Places orders until the time is over.
     *
     * @param first the number of the first order
     * @param capacity which no order's number reaches
     * @param time for how long
     * @return the number that comes after the last order's
     */
    static int run(EventSystem system, Pace pace, int first, int capacity, Duration time)
            throws InterruptedException, ExecutionException {
        Publishing publishing = new Publishing(system, pace, first, capacity, time);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(pace.threads())) {
            for (int thread = 0; thread < pace.threads(); thread++) {
                running.add(pool.submit(() -> {
                    publishing.place();
                    return true;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        }
        return Math.min(publishing.next.get(), capacity);
    }

    private void place() throws Exception {
        while (System.nanoTime() - end < 0) {
            int order = next.getAndIncrement();
            if (order >= capacity) {
                return;
            }
            while (!pace.goesOn().getAsBoolean() && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(PAUSE);
            }
            long due = begin + (long) ((order - first) * 1e9 / pace.perSecond());
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            system.place(order);
        }
    }

    /**
     * How fast.
     *
     * @param threads how many place orders
     * @param perSecond orders, by all threads; infinite for as fast as it goes
     * @param goesOn whether the next order may be placed
     */
    record Pace(int threads, double perSecond, BooleanSupplier goesOn) {
        Pace(int threads, double perSecond) {
            this(threads, perSecond, () -> true);
        }

        static Pace fastest(int threads) {
            return new Pace(threads, Double.POSITIVE_INFINITY);
        }
    }
}
