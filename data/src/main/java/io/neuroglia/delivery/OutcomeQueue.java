package io.neuroglia.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What deliveries hand to the worker, which takes it in batches. An event that is not done with after a while, because one
 * of its handlers is slow, hands over in parts. Any thread adds, one takes.
 */
final class OutcomeQueue {
    private static final int BATCH = 500;
    private static final long PATIENCE_MILLIS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);

    private final BlockingQueue<Optional<Outcome>> outcomes = new LinkedBlockingQueue<>();
    private final Queue<FirstDelivery> running = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean waking = new AtomicBoolean();
    private final List<FirstDelivery> slow = new ArrayList<>();
    private long partsTaken = System.nanoTime();

    void add(Outcome outcome) {
        outcomes.add(Optional.of(outcome));
    }

    /** Lets a delivery of several handlers be asked what it has done so far. */
    void watch(FirstDelivery delivery) {
        running.add(delivery);
    }

    /** Lets the worker stop waiting. */
    void wakeUp() {
        if (waking.compareAndSet(false, true)) {
            outcomes.add(Optional.empty());
        }
    }

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    /** Outcomes that are complete; waits for the first no longer than given. */
    List<Outcome> take(long millis) throws InterruptedException {
        long wait = running.isEmpty() && slow.isEmpty() ? millis : Math.min(millis, PATIENCE_MILLIS);
        Optional<Outcome> first = outcomes.poll(wait, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        waking.set(false);
        List<Optional<Outcome>> taken = new ArrayList<>();
        taken.add(first);
        outcomes.drainTo(taken, BATCH);
        return taken.stream().flatMap(Optional::stream).toList();
    }

    /** What slow events have done so far. Not to be written together with complete outcomes: they may be of one event. */
    List<Outcome> takeParts() {
        long now = System.nanoTime();
        if (now - partsTaken < PATIENCE_NANOS) {
            return List.of();
        }
        partsTaken = now;
        slow.removeIf(FirstDelivery::hasEnded);
        for (FirstDelivery next = running.peek(); next != null && isSlow(next, now); next = running.peek()) {
            running.remove();
            if (!next.hasEnded()) {
                slow.add(next);
            }
        }
        List<Outcome> parts = new ArrayList<>();
        for (FirstDelivery delivery : slow) {
            Outcome part = delivery.takePart();
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean isSlow(FirstDelivery delivery, long now) {
        return now - delivery.begun() >= PATIENCE_NANOS;
    }
}
