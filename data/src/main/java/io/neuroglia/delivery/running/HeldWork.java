package io.neuroglia.delivery.running;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The work that this process has in hand, a bounded amount. Thread-safe.
 *
 * @since 0.1
 */
public final class HeldWork {
    private final int limit;
    private final Set<Hold> holds = new HashSet<>();

    /**
     * Nothing in hand.
     *
     * @param limit how many events and deliveries at most
     */
    public HeldWork(int limit) {
        this.limit = limit;
    }

    /**
     * Takes new events, or none of them when there is no room. A quarter of the room is left to events that were stored
     * without an owner, which would wait for as long as new ones come.
     *
     * @param wanted about to be stored
     * @return whether they are in hand
     */
    public synchronized boolean tryHold(Collection<Hold> wanted) {
        return holds.size() + wanted.size() <= limit - limit / 4 && holds.addAll(wanted);
    }

    /**
     * Takes what this process owns already.
     *
     * @param owned an event or a delivery
     * @return false if it is in hand
     */
    public synchronized boolean hold(Hold owned) {
        return holds.add(owned);
    }

    /**
     * Lets go of something.
     *
     * @param done an event or a delivery
     */
    public synchronized void release(Hold done) {
        if (holds.remove(done) && holds.isEmpty()) {
            notifyAll();
        }
    }

    /** Lets go of everything, as the incarnation that owned it has ended. */
    public synchronized void clear() {
        holds.clear();
        notifyAll();
    }

    /**
     * The most there may be.
     *
     * @return the limit
     */
    public int limit() {
        return limit;
    }

    /**
     * How much more there may be.
     *
     * @return at least 0
     */
    public synchronized int room() {
        return Math.max(0, limit - holds.size());
    }

    /**
     * Waits until nothing is in hand.
     *
     * @param timeout how long at most
     * @return false if something still is
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized boolean awaitNone(Duration timeout) throws InterruptedException {
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

    /**
     * An event with all its pending handlers, or one delivery that has a row of its own.
     *
     * @param owner the incarnation that owns it
     * @param event its id
     * @param handler empty for all pending handlers of the event
     * @since 0.1
     */
    public record Hold(long owner, UUID event, String handler) {
        /**
         * An event with all its pending handlers.
         *
         * @param owner the incarnation that owns it
         * @param event its id
         * @return the hold
         */
        public static Hold ofEvent(long owner, UUID event) {
            return new Hold(owner, event, "");
        }
    }
}
