package io.neuroglia.delivery.running;

import io.neuroglia.delivery.policy.HandlerPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one handler, and how many loops take it from there. Two loops are enough for a quick handler, whose
 * deliveries then share transactions; where none has taken anything for {@value #PATIENCE_MILLIS} ms, because all are
 * inside the handler, another loop joins them, up to the handler's concurrency. Thread-safe.
 */
final class HandlerQueue {
    static final long PATIENCE_MILLIS = 20;

    /** A quick handler changes the same rows in at most two transactions at once; measured best with 2, see docs. */
    private static final int LOOPS = 2;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    private static final long BACKLOG_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BACKLOG = 100;
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HandlerPolicy policy;
    private final int mostAbandoned;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int loops;
    private int abandoned;
    private boolean reinforcing;
    private boolean deferring;
    private long lastTaken = System.nanoTime();
    private long apartUntil = System.nanoTime();

    HandlerQueue(HandlerPolicy policy, int mostAbandoned) {
        this.policy = policy;
        this.mostAbandoned = mostAbandoned;
    }

    HandlerPolicy policy() {
        return policy;
    }

    /** Adds a delivery; the answer says whether the caller has to start a loop for it. */
    synchronized Start add(Delivery delivery) {
        waiting.add(new Waiting(delivery, System.nanoTime()));
        return start();
    }

    /** The delivery that has waited longest; null ends the loop that asks. */
    synchronized @Nullable Delivery take() {
        Waiting next = isBlocked() ? null : waiting.poll();
        if (next == null) {
            loops--;
            return null;
        }
        lastTaken = System.nanoTime();
        return next.delivery();
    }

    /** The delivery that has waited longest, for a transaction that is under way. */
    synchronized @Nullable Delivery takeMore() {
        Waiting next = waiting.peek();
        if (next == null || next.delivery().again()) {
            return null;
        }
        waiting.remove();
        lastTaken = System.nanoTime();
        return next.delivery();
    }

    /** Whether one more loop is to start now, and whether to look again a little later. */
    synchronized Start reinforce() {
        reinforcing = false;
        if (waiting.isEmpty() || isBlocked() || loops >= policy.concurrency()) {
            return Start.NONE;
        }
        if (System.nanoTime() - lastTaken >= PATIENCE_NANOS) {
            loops++;
            return Start.LOOP;
        }
        return later();
    }

    /** Whether another look is worth while after a delivery was taken. */
    synchronized Start start() {
        if (waiting.isEmpty() || isBlocked() || loops >= policy.concurrency()) {
            return Start.NONE;
        }
        if (loops < LOOPS) {
            loops++;
            return Start.LOOP;
        }
        return later();
    }

    private Start later() {
        if (reinforcing) {
            return Start.NONE;
        }
        reinforcing = true;
        return Start.LATER;
    }

    /** A loop that could not start, or ended by an error. */
    synchronized void loopLost() {
        loops--;
    }

    synchronized List<Delivery> takeAll() {
        List<Delivery> all = waiting.stream().map(Waiting::delivery).toList();
        waiting.clear();
        return all;
    }

    /**
     * What waits long behind others of its handler, where it keeps those of other handlers out. Until the queue is short
     * again, further first attempts are deferred.
     *
     * @param othersWait whether others are kept out; a handler that is called no more gives way in any case
     */
    synchronized List<Delivery> takeBacklog(boolean othersWait) {
        if (!isBlocked() && !(othersWait && isBackedUp())) {
            return List.of();
        }
        deferring = true;
        List<Delivery> backlog = new ArrayList<>();
        while (waiting.size() > (isBlocked() ? 0 : BACKLOG)) {
            backlog.add(waiting.removeLast().delivery());
        }
        return backlog.reversed();
    }

    /** Whether a first attempt is to be deferred instead of added. */
    synchronized boolean defers() {
        deferring = deferring && (isBlocked() || waiting.size() >= BACKLOG / 2);
        return deferring;
    }

    /** Whether nothing waits although calls could be made. */
    synchronized boolean isIdle() {
        return waiting.isEmpty() && !isBlocked();
    }

    /** Whether more can be taken up for the handler. */
    synchronized boolean hasRoom() {
        return !isBlocked() && waiting.size() < BACKLOG;
    }

    private boolean isBackedUp() {
        Waiting head = waiting.peek();
        return head != null && waiting.size() > BACKLOG && System.nanoTime() - head.since() > BACKLOG_NANOS;
    }

    /** No further calls while as many threads as allowed were abandoned inside the handler. */
    private boolean isBlocked() {
        return abandoned >= mostAbandoned;
    }

    /** A call was abandoned: it no longer counts as a loop, but its thread is still inside the handler. */
    synchronized Start abandoned() {
        abandoned++;
        loops--;
        return start();
    }

    /** The thread of an abandoned call has come back. */
    synchronized Start cameBack() {
        abandoned--;
        return start();
    }

    synchronized int abandonedCalls() {
        return abandoned;
    }

    /** Whether a first attempt may share its transaction with those that wait behind it. */
    synchronized boolean mayShare() {
        return policy.batch() > 1 && System.nanoTime() - apartUntil >= 0;
    }

    /** A shared transaction failed, so deliveries go on one by one for a while. */
    synchronized void sharingFailed() {
        apartUntil = System.nanoTime() + APART_NANOS;
    }

    /** What the caller has to do so that waiting deliveries are taken. */
    enum Start {
        NONE,
        LOOP,
        LATER
    }

    private record Waiting(Delivery delivery, long since) {}
}
