package io.neuroglia.delivery.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Entries on their way to the worker, which takes them in batches. The first one after a quiet time is taken at once; after
 * a batch the next one gathers for some milliseconds, since each costs a commit. It does not gather when somebody waits for
 * an entry, or when it is large enough. Any thread adds, one takes.
 */
final class EntryQueue {
    private static final int BATCH = 500;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final int enough;
    private final long gatherNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long gatherUntil = System.nanoTime();
    private boolean batchTaken;
    private boolean urgent;
    private boolean woken;

    /** A tenth of what may be in hand is not left waiting. */
    EntryQueue(int limit) {
        this(limit, GATHER_NANOS);
    }

    EntryQueue(int limit, long gatherNanos) {
        this.enough = Math.clamp(limit / 10, 1, BATCH);
        this.gatherNanos = gatherNanos;
    }

    void add(Entry entry, boolean isAwaited) {
        lock.lock();
        try {
            entries.add(entry);
            urgent |= isAwaited;
            if (urgent || entries.size() == 1 || entries.size() == enough) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
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
            return entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first entry no longer than given; none while they still gather. */
    List<Entry> take(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (batchTaken) {
                batchTaken = false;
                gatherUntil = System.nanoTime() + gatherNanos;
            }
            awaitFirst(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
            boolean complete = awaitRest();
            woken = false;
            return complete ? drain() : List.of();
        } finally {
            lock.unlock();
        }
    }

    private void awaitFirst(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (entries.isEmpty() && !woken && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /** False when something else comes first. */
    private boolean awaitRest() throws InterruptedException {
        long left = gatherUntil - System.nanoTime();
        while (!entries.isEmpty() && !urgent && entries.size() < enough && left > 0) {
            if (woken) {
                return false;
            }
            left = changed.awaitNanos(left);
        }
        return true;
    }

    private List<Entry> drain() {
        List<Entry> taken = new ArrayList<>();
        while (!entries.isEmpty() && taken.size() < BATCH) {
            taken.add(entries.remove());
        }
        urgent &= !entries.isEmpty();
        batchTaken = !taken.isEmpty();
        return taken;
    }
}
