package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a process: records outcomes in batches, and lets work be looked for. One thread and one connection, so
 * that claims and completions of a process never wait for each other.
 */
final class DeliveryWorker implements Runnable {
    private static final long LONGEST_WAIT_MILLIS = 100;
    private static final long ANNOUNCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DeliverySettings settings;
    private final DedicatedConnection connection;
    private final ProcessLease lease;
    private final HeldWork held;
    private final OutcomeQueue outcomes;
    private final AwaitedTurns awaited = new AwaitedTurns();
    private final Queue<Turn> stored = new ConcurrentLinkedQueue<>();
    private final Set<Turn> finished = new LinkedHashSet<>();
    private final List<Outcome> unwritten = new ArrayList<>();
    private final OutageLog working = new OutageLog("Recording and taking up deliveries");
    private final Dispatcher dispatcher;
    private final WorkFinder finder;
    private volatile boolean backlog = true;
    private volatile boolean announcing;
    private long lastAnnounced = System.nanoTime();
    private volatile boolean claiming = true;
    private volatile boolean stopped;
    private long nextLook = System.nanoTime();

    DeliveryWorker(
            DeliverySettings settings,
            DedicatedConnection connection,
            ProcessLease lease,
            HeldWork held,
            Subscriptions known,
            Attempts attempts) {
        this.settings = settings;
        this.connection = connection;
        this.lease = lease;
        this.held = held;
        this.outcomes = new OutcomeQueue(settings.maxInFlight(), awaited::isAwaited);
        this.dispatcher = new Dispatcher(attempts, known, outcomes);
        this.finder = new WorkFinder(connection, held, known, dispatcher);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Says that there may be work, so the next look need not wait. */
    void backlog() {
        backlog = true;
        outcomes.wakeUp();
    }

    /** Says that there is work for whoever has room. */
    void announce() {
        announcing = settings.listen();
        backlog();
    }

    /** Says that waiting deliveries were stored: what they wait for may be finished meanwhile. */
    void waiting(Collection<Turn> turns) {
        awaited.add(turns);
        stored.addAll(turns);
        outcomes.wakeUp();
    }

    /** Says that all waiting deliveries are to be looked at. */
    void visitAll() {
        finder.visitAll();
        backlog();
    }

    /** No more work is taken up; outcomes are still written. */
    void stopClaiming() {
        claiming = false;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped || !outcomes.isEmpty() || !unwritten.isEmpty()) {
            try {
                work();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            } catch (SQLException | RuntimeException failure) {
                working.failed(failure);
                nextLook = System.nanoTime() + settings.pollInterval().toNanos();
                if (stopped) {
                    break;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS));
            }
        }
        connection.close();
    }

    private void work() throws InterruptedException, SQLException {
        write(); // what could not be written before comes first, since what comes after may concern the same events
        unwritten.addAll(outcomes.take(untilLook()));
        write();
        unwritten.addAll(outcomes.takeParts());
        write();
        if (announcing && System.nanoTime() - lastAnnounced >= ANNOUNCE_NANOS) {
            announcing = false;
            lastAnnounced = System.nanoTime();
            connection.run(WorkNotices::announce);
        }
        Long owner = lease.incarnation();
        if (claiming && owner != null) {
            takeTurns(owner);
            if (lookIsDue()) {
                look(owner);
            }
        }
    }

    /** For how long to wait for outcomes, no longer than until the next look. */
    private long untilLook() {
        long untilLook = TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime());
        return claiming ? Math.clamp(untilLook, 1, LONGEST_WAIT_MILLIS) : LONGEST_WAIT_MILLIS;
    }

    private void write() throws SQLException {
        if (unwritten.isEmpty()) {
            return;
        }
        Long owner = lease.incarnation();
        dropExpired(owner == null ? Long.MIN_VALUE : owner);
        if (owner != null && !unwritten.isEmpty()) {
            write(owner);
            working.succeeded();
        }
        for (Outcome outcome : unwritten) {
            written(outcome);
        }
        unwritten.clear();
    }

    private void write(long owner) throws SQLException {
        List<FirstAttempts> first = new ArrayList<>();
        List<Repeated> repeated = new ArrayList<>();
        for (Outcome outcome : unwritten) {
            switch (outcome) {
                case FirstAttempts attempts -> first.add(attempts);
                case Repeated attempt -> repeated.add(attempt);
            }
        }
        if (!first.isEmpty()) {
            connection.run(open -> OutcomeTable.finish(open, first, owner));
        }
        if (!repeated.isEmpty()) {
            connection.run(open -> OutcomeTable.repeated(open, repeated, owner));
        }
    }

    private void written(Outcome outcome) {
        if (outcome.isLast()) {
            held.release(outcome.hold());
        }
        outcome.turns().forEach(finished::add);
        for (Ending.Failed failure : outcome.failures()) {
            lookAfter(failure.pause());
        }
    }

    /** So that what is due before the next look does not wait for it. */
    private void lookAfter(@Nullable Duration pause) {
        if (pause != null) {
            nextLook = Math.min(nextLook, System.nanoTime() + pause.toNanos());
        }
    }

    /** What an incarnation without its lease did counts no longer: others have taken its work over. */
    private void dropExpired(long owner) {
        unwritten.removeIf(outcome -> {
            boolean expired = outcome.owner() != owner;
            if (expired && outcome.isLast()) {
                held.release(outcome.hold());
            }
            return expired;
        });
    }

    private void takeTurns(long owner) throws SQLException {
        Set<Turn> changed = new LinkedHashSet<>(finished);
        for (Turn turn = stored.poll(); turn != null; turn = stored.poll()) {
            changed.add(turn);
        }
        Set<Turn> taken = finder.takeTurns(changed, owner);
        finished.removeAll(taken);
        awaited.remove(finished);
        finished.clear();
    }

    private boolean lookIsDue() {
        return System.nanoTime() - nextLook >= 0 || (backlog && finder.hasRoom());
    }

    private void look(long owner) throws SQLException {
        boolean timed = System.nanoTime() - nextLook >= 0;
        if (timed) {
            nextLook = System.nanoTime() + settings.pollInterval().toNanos();
        }
        backlog = false;
        backlog = finder.look(owner, timed) || backlog;
        if (timed) {
            lookAfter(finder.untilNextLeaseEnds());
        }
        working.succeeded();
    }
}
