package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Returned;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to one handler: how many deliveries run at once, which wait, and whether those that wait may share a transaction.
 * They may when the handler is seen to change the database and is quick; whoever runs has a turn, and the next one takes
 * all that has come meanwhile. A turn is waited for only a moment, so one that takes long does not hold up the others.
 * There are two, as one commits while another one is filled, and one where two were in each other's way. Sharing that went
 * wrong otherwise is left alone for a while, twice as long each time. Thread-safe.
 */
final class Lane {
    /** For how long deliveries join a shared transaction. */
    static final Duration JOINING = Duration.ofMillis(10);

    /** How many turns there are at most. */
    private static final int TURNS = 2;

    /** For how long one waits for a turn: about half of the time that others may join and the commit takes. */
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

    /** Who takes longer on average does not share: others would wait, and rows that it has changed stay locked. */
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int CALLS_IN_AVERAGE = 8;
    private static final long SHORTEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final HandlerPolicy policy;
    private final long joiningNanos;
    private final LongSupplier nanoTime;
    private final Semaphore permits;
    private final Semaphore turns = new Semaphore(TURNS);
    private final AtomicInteger sharing = new AtomicInteger();
    private final Queue<Attempt> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean changesSomething;
    private volatile long average;
    private volatile long apartUntil;
    private volatile long oneTurnUntil;
    private volatile long pause = SHORTEST_PAUSE;

    Lane(HandlerPolicy policy, Duration joining) {
        this(policy, joining, System::nanoTime);
    }

    Lane(HandlerPolicy policy, Duration joining, LongSupplier nanoTime) {
        this.policy = policy;
        this.joiningNanos = joining.toNanos();
        this.nanoTime = nanoTime;
        this.permits = new Semaphore(policy.concurrency());
        this.apartUntil = nanoTime.getAsLong();
        this.oneTurnUntil = nanoTime.getAsLong();
    }

    HandlerPolicy policy() {
        return policy;
    }

    Semaphore permits() {
        return permits;
    }

    /** Lets an attempt wait for {@link #next(ProcessLease)}, which as many threads have to ask for. */
    void add(Attempt attempt) {
        waiting.add(attempt);
    }

    /** Takes back an attempt; false if a thread has taken it. */
    boolean remove(Attempt attempt) {
        return waiting.remove(attempt);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The attempt that has waited longest; null when others have taken all. */
    @Nullable
    Attempt next(ProcessLease lease) {
        Attempt next = waiting.poll();
        while (next != null && !next.mayStart(lease)) {
            next.end().accept(new Returned());
            next = waiting.poll();
        }
        return next;
    }

    /** Waits for a turn for a moment, if it matters. Where there is but one, who goes without does not share. */
    Passage enter() throws InterruptedException {
        if (!mayShare()) {
            return Passage.APART;
        }
        boolean one = nanoTime.getAsLong() - oneTurnUntil < 0;
        int wanted = one ? TURNS : 1;
        boolean taken = turns.tryAcquire(wanted, WAIT_NANOS, TimeUnit.NANOSECONDS);
        return new Passage(taken ? wanted : 0, taken || !one);
    }

    void leave(Passage passage) {
        turns.release(passage.turns());
    }

    private boolean mayShare() {
        return policy.batch() > 1
                && changesSomething
                && average < QUICK_NANOS
                && nanoTime.getAsLong() - apartUntil >= 0;
    }

    /** Whether one more may join a transaction that so many share since then. */
    boolean mayJoin(int deliveries, long begun) {
        return deliveries < policy.batch() && nanoTime.getAsLong() - begun < joiningNanos;
    }

    /** Takes note of a call that succeeded by itself. */
    void ended(long begun, boolean changed) {
        changesSomething = changed;
        took(nanoTime.getAsLong() - begun);
    }

    /** Takes note of a shared transaction that begins. */
    void begins() {
        sharing.incrementAndGet();
    }

    /** Takes note of the end of a shared transaction. */
    void ends() {
        sharing.decrementAndGet();
    }

    /** Takes note of a shared transaction that was committed. */
    void shared(long begun, int deliveries) {
        pause = SHORTEST_PAUSE;
        took((nanoTime.getAsLong() - begun) / deliveries);
    }

    /** Of two that end at the same time one may be forgotten, which an average can bear. */
    private void took(long nanos) {
        long before = average;
        average = before + (nanos - before) / CALLS_IN_AVERAGE;
    }

    /**
     * Takes note of a shared transaction that was rolled back and has ended.
     *
     * @param byLock whether it waited too long for what somebody else had changed
     */
    void spoiled(boolean byLock) {
        if (byLock && sharing.get() > 0) {
            oneTurnUntil = nanoTime.getAsLong() + LONGEST_PAUSE;
            return;
        }
        long longer = pause;
        apartUntil = nanoTime.getAsLong() + longer;
        pause = Math.min(2 * longer, LONGEST_PAUSE);
    }

    /**
     * How one goes to the handler.
     *
     * @param turns how many it has taken
     * @param shares whether it may share its transaction
     */
    record Passage(int turns, boolean shares) {
        private static final Passage APART = new Passage(0, false);
    }
}
