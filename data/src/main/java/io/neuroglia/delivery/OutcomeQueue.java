package io.neuroglia.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What deliveries hand to the worker, which takes it in batches. The first one after a quiet time is taken at once; after a
 * batch the next gathers for some milliseconds, since each costs a commit, which all others on the disk have to wait for.
 * It does not gather when somebody waits for it, or when it is large enough. An event that is not done with after a while,
 * because one of its handlers is slow, hands over in parts. Any thread adds, one takes.
 */
final class OutcomeQueue {
    private static final int BATCH = 500;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_MILLIS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);

    private final int enough;
    private final Predicate<Outcome> isAwaited;
    private final long gatherNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final Queue<FirstDelivery> running = new ConcurrentLinkedQueue<>();
    private final List<FirstDelivery> slow = new ArrayList<>();
    private long partsTaken = System.nanoTime();
    private long gatherUntil = System.nanoTime();
    private boolean batchTaken;
    private boolean hurry;
    private boolean woken;

    /**
     * An empty queue.
     *
     * @param limit of what is in hand; a tenth of it is not left waiting
     * @param isAwaited whether somebody waits for an outcome
     */
    OutcomeQueue(int limit, Predicate<Outcome> isAwaited) {
        this(limit, isAwaited, GATHER_NANOS);
    }

    OutcomeQueue(int limit, Predicate<Outcome> isAwaited, long gatherNanos) {
        this.enough = Math.clamp(limit / 10, 1, BATCH);
        this.isAwaited = isAwaited;
        this.gatherNanos = gatherNanos;
    }

    void add(Outcome outcome) {
        boolean awaited = isAwaited.test(outcome);
        lock.lock();
        try {
            outcomes.add(outcome);
            hurry |= awaited;
            if (hurry || outcomes.size() == 1 || outcomes.size() == enough) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a delivery of several handlers be asked what it has done so far. */
    void watch(FirstDelivery delivery) {
        running.add(delivery);
    }

    /** Lets the worker stop waiting. */
    void wakeUp() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return outcomes.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Outcomes that are complete; waits for the first no longer than given. None while they still gather. */
    List<Outcome> take(long millis) throws InterruptedException {
        long wait = running.isEmpty() && slow.isEmpty() ? millis : Math.min(millis, PATIENCE_MILLIS);
        lock.lockInterruptibly();
        try {
            if (batchTaken) {
                batchTaken = false;
                gatherUntil = System.nanoTime() + gatherNanos;
            }
            awaitFirst(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait));
            boolean complete = awaitRest();
            woken = false;
            return complete ? drain() : List.of();
        } finally {
            lock.unlock();
        }
    }

    private void awaitFirst(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (outcomes.isEmpty() && !woken && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /** False when something else comes first. */
    private boolean awaitRest() throws InterruptedException {
        long left = gatherUntil - System.nanoTime();
        while (!outcomes.isEmpty() && !hurry && outcomes.size() < enough && left > 0) {
            if (woken) {
                return false;
            }
            left = changed.awaitNanos(left);
        }
        return true;
    }

    private List<Outcome> drain() {
        List<Outcome> taken = new ArrayList<>();
        while (!outcomes.isEmpty() && taken.size() < BATCH) {
            taken.add(outcomes.remove());
        }
        hurry &= !outcomes.isEmpty();
        batchTaken = !taken.isEmpty();
        return taken;
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
