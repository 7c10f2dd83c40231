package io.neuroglia.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The events this process has in its hands, a bounded number. Thread-safe. */
final class HeldEvents {
    private final int limit;
    private final Set<UUID> ids = new HashSet<>();

    HeldEvents(int limit) {
        this.limit = limit;
    }

    /** Takes all of them, or none when there is no room. */
    synchronized boolean tryHold(Collection<UUID> wanted) {
        return ids.size() + wanted.size() <= limit && ids.addAll(wanted);
    }

    /** Takes one that this process owns already; false if it is in hand. */
    synchronized boolean hold(UUID id) {
        return ids.add(id);
    }

    synchronized void release(UUID id) {
        if (ids.remove(id) && ids.isEmpty()) {
            notifyAll();
        }
    }

    synchronized int room() {
        return Math.max(0, limit - ids.size());
    }

    /** Waits until nothing is in hand; false if that took longer than the time-out. */
    synchronized boolean awaitNone(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ids.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
