package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FailedAttempt;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one writer of a process: records outcomes in batches, and looks for work that nobody alive owns or that is due
 * again. One thread and one connection, so that claims and completions of a process never wait for each other.
 */
final class DeliveryWorker implements Runnable {
    private static final int BATCH = 500;
    private static final int CLAIM = 100;
    private static final long LONGEST_WAIT_MILLIS = 100;
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final DeliverySettings settings;
    private final DedicatedConnection connection;
    private final ProcessLease lease;
    private final HeldEvents held;
    private final Subscriptions known;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final List<Outcome> unwritten = new ArrayList<>();
    private final OutageLog working = new OutageLog("Recording and taking up deliveries");
    private final Dispatcher dispatcher;
    private volatile boolean backlog = true;
    private volatile boolean claiming = true;
    private volatile boolean stopped;
    private long nextLook = System.nanoTime();
    private long nextSweep = System.nanoTime() + SWEEP_NANOS;

    DeliveryWorker(
            DeliverySettings settings,
            DedicatedConnection connection,
            ProcessLease lease,
            HeldEvents held,
            Subscriptions known,
            Deliverer deliverer) {
        this.settings = settings;
        this.connection = connection;
        this.lease = lease;
        this.held = held;
        this.known = known;
        this.dispatcher = new Dispatcher(settings, deliverer, lease, known, outcomes::add);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Says that events were stored for whoever has room, so the next look need not wait. */
    void backlog() {
        backlog = true;
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
        while (!stopped || !outcomes.isEmpty()) {
            try {
                collect();
                write();
                if (claiming && lookIsDue()) {
                    look();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            } catch (SQLException | RuntimeException failure) {
                working.failed(failure);
                nextLook = System.nanoTime() + settings.pollInterval().toNanos();
                if (stopped) {
                    break;
                }
            }
        }
        connection.close();
    }

    /** Waits for outcomes no longer than until the next look; what could not be written before comes first. */
    private void collect() throws InterruptedException {
        long untilLook = TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime());
        long wait = Math.clamp(untilLook, 1, LONGEST_WAIT_MILLIS);
        Outcome first = outcomes.poll(claiming ? wait : LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            unwritten.add(first);
            outcomes.drainTo(unwritten, BATCH);
        }
    }

    private void write() throws SQLException {
        if (unwritten.isEmpty()) {
            return;
        }
        Long owner = lease.incarnation();
        if (owner == null) {
            dropExpired(Long.MIN_VALUE);
            return;
        }
        dropExpired(owner);
        List<FirstAttempts> first = new ArrayList<>();
        List<Repeated> repeated = new ArrayList<>();
        for (Outcome outcome : unwritten) {
            switch (outcome) {
                case FirstAttempts attempts -> first.add(attempts);
                case Repeated attempt -> repeated.add(attempt);
            }
        }
        write(first, repeated, owner);
        working.succeeded();
        unwritten.forEach(outcome -> held.release(outcome.event().id()));
        unwritten.clear();
    }

    private void write(List<FirstAttempts> first, List<Repeated> repeated, long owner) throws SQLException {
        if (!first.isEmpty()) {
            connection.call(open -> {
                DeliveryTable.finish(open, first, owner);
                return true;
            });
            first.stream().flatMap(outcome -> outcome.failed().stream()).forEach(this::lookInTimeFor);
        }
        if (!repeated.isEmpty()) {
            connection.call(open -> {
                DeliveryTable.repeated(open, repeated, owner);
                return true;
            });
            repeated.forEach(outcome -> {
                FailedAttempt failure = outcome.failed();
                if (failure != null) {
                    lookInTimeFor(failure);
                }
            });
        }
    }

    private void lookInTimeFor(FailedAttempt failure) {
        nextLook = Math.min(nextLook, System.nanoTime() + failure.pause().toNanos());
    }

    /** What an incarnation without its lease did counts no longer: others have taken its work over. */
    private void dropExpired(long owner) {
        unwritten.removeIf(outcome -> {
            boolean expired = outcome.owner() != owner;
            if (expired) {
                held.release(outcome.event().id());
            }
            return expired;
        });
    }

    private boolean lookIsDue() {
        return System.nanoTime() - nextLook >= 0 || (backlog && held.room() > 0);
    }

    private void look() throws SQLException {
        nextLook = System.nanoTime() + settings.pollInterval().toNanos();
        backlog = false;
        Long owner = lease.incarnation();
        if (owner == null || known.handlerNames().isEmpty()) {
            return;
        }
        takeOver(owner);
        repeatDue(owner);
        if (System.nanoTime() - nextSweep >= 0) {
            nextSweep = System.nanoTime() + SWEEP_NANOS;
            sweep(owner);
        }
        working.succeeded();
    }

    private void takeOver(long owner) throws SQLException {
        int limit = Math.min(CLAIM, held.room());
        if (limit == 0) {
            backlog = true;
            return;
        }
        List<StoredEvent> events = connection.call(open -> EventTable.claim(open, known.handlerNames(), limit, owner));
        for (StoredEvent event : events) {
            if (held.hold(event.id().id())) {
                dispatcher.first(event, owner, null, true);
            }
        }
        backlog = backlog || events.size() == limit;
    }

    private void repeatDue(long owner) throws SQLException {
        List<Repetition> due =
                connection.call(open -> DeliveryTable.claimDue(open, known.handlerNames(), CLAIM, owner));
        due.forEach(repetition -> dispatcher.repeat(repetition, owner));
        backlog = backlog || due.size() == CLAIM;
    }

    /** Finds events of commits whose outcome this process never learnt. */
    private void sweep(long owner) throws SQLException {
        for (StoredEvent event : connection.call(open -> EventTable.owned(open, owner))) {
            if (held.hold(event.id().id())) {
                dispatcher.first(event, owner, null, true);
            }
        }
    }
}
