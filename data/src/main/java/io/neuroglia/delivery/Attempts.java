package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Lane.Passage;
import io.neuroglia.mediation.EventSubscription;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Runs attempts on virtual threads: a bounded number for each handler, so that a slow one holds up neither the others nor
 * the request that caused the event, and a bounded number of those that may hold a connection, so that deliveries leave
 * some for requests. Thread-safe.
 */
final class Attempts {
    private static final int MOST_LOST = 10;

    private final HandlerCalls calls;
    private final ProcessLease lease;
    private final Policies policies;
    private final Failures failures;
    private final Semaphore connections;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("neuroglia-delivery-", 0).factory());

    private Duration joining = Lane.JOINING;

    Attempts(Deliverer deliverer, ProcessLease lease, Policies policies, int connections, Observation observation) {
        this.lease = lease;
        this.policies = policies;
        this.failures = new Failures(policies);
        this.calls = new HandlerCalls(deliverer, lease, failures, observation);
        this.connections = new Semaphore(connections);
    }

    /** Changes for how long deliveries join a shared transaction, before any. */
    Attempts joining(Duration time) {
        joining = time;
        return this;
    }

    void start() {
        calls.start();
    }

    void begin(Attempt attempt) {
        Lane lane =
                lanes.computeIfAbsent(attempt.handlerName(), name -> new Lane(policies.of(attempt.handler()), joining));
        if (attempt.lost() > MOST_LOST) {
            attempt.end().accept(failures.lostTooOften(attempt));
        } else if (attempt.again()) {
            start(() -> connected(lane, () -> calls.alone(attempt, lane)), lane, attempt, () -> true);
        } else {
            lane.add(attempt);
            start(() -> callNext(lane), lane, attempt, () -> lane.remove(attempt));
        }
    }

    /** How many attempts more than allowed were begun: they came to no end. */
    int lost(Repetition due, EventSubscription handler) {
        return Math.max(0, due.attempt() - policies.of(handler).maxAttempts());
    }

    /** Told to whoever watches attempts: without a lease there will be none. */
    void leaseNotRenewed() {
        calls.leaseNotRenewed();
    }

    /** Interrupts what still runs; its events stay stored for whoever comes next. */
    void stop() {
        calls.stopping();
        threads.shutdownNow();
        calls.stop();
    }

    /**
     * Makes a call on a thread of its own, as soon as it may.
     *
     * @param isUntaken asked when the end of the process comes first: whether no other thread has taken the attempt
     */
    private void start(Call call, Lane lane, Attempt attempt, BooleanSupplier isUntaken) {
        try {
            threads.execute(() -> permitted(call, lane, attempt, isUntaken));
        } catch (RejectedExecutionException stopped) {
            returned(attempt, isUntaken);
        }
    }

    private static void permitted(Call call, Lane lane, Attempt attempt, BooleanSupplier isUntaken) {
        try {
            lane.permits().acquire();
            try {
                call.run();
            } finally {
                lane.permits().release();
            }
        } catch (InterruptedException stopped) {
            returned(attempt, isUntaken);
        }
    }

    private static void returned(Attempt attempt, BooleanSupplier isUntaken) {
        if (isUntaken.getAsBoolean()) {
            attempt.end().accept(new Returned());
        }
    }

    /** Calls the handler for what has waited longest; earlier calls may have taken all. */
    private void callNext(Lane lane) throws InterruptedException {
        if (lane.isEmpty()) {
            return;
        }
        Passage passage = lane.enter();
        try {
            if (!lane.isEmpty()) {
                connected(lane, () -> callSome(lane, passage.shares()));
            }
        } finally {
            lane.leave(passage);
        }
    }

    private void callSome(Lane lane, boolean shares) {
        Attempt first = lane.next(lease);
        if (first == null) {
            return;
        }
        if (shares && !lane.isEmpty()) {
            calls.together(first, lane);
        } else {
            calls.alone(first, lane);
        }
    }

    private void connected(Lane lane, Runnable call) throws InterruptedException {
        if (!lane.policy().transactional()) {
            call.run();
            return;
        }
        connections.acquire();
        try {
            call.run();
        } finally {
            connections.release();
        }
    }

    /** What a thread does once it may. */
    private interface Call {
        void run() throws InterruptedException;
    }
}
