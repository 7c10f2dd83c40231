package io.neuroglia.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The work this process has in its hands, a bounded amount. Thread-safe. */
final class HeldWork {
    private final int limit;
    private final Set<Hold> holds = new HashSet<>();

    HeldWork(int limit) {
        this.limit = limit;
    }

    /**
     * Takes all of them, or none when there is no room. What is new leaves a quarter of the room to what was stored before
     * without an owner; else that would wait for as long as more comes.
     */
    synchronized boolean tryHold(Collection<Hold> wanted) {
        return holds.size() + wanted.size() <= limit - limit / 4 && holds.addAll(wanted);
    }

    /** Takes what this process owns already; false if it is in hand. */
    synchronized boolean hold(Hold owned) {
        return holds.add(owned);
    }

    synchronized void release(Hold done) {
        if (holds.remove(done) && holds.isEmpty()) {
            notifyAll();
        }
    }

    int limit() {
        return limit;
    }

    synchronized int room() {
        return Math.max(0, limit - holds.size());
    }

    /** Waits until nothing is in hand; false if that took longer than the time-out. */
    synchronized boolean awaitNone(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!holds.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** The first attempts of an event, or one handler's row of it. */
    record Hold(UUID event, String handler) {
        static Hold ofFirstAttempts(UUID event) {
            return new Hold(event, "");
        }
    }
}
