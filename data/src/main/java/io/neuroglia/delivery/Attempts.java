package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Ending.Succeeded;
import io.neuroglia.mediation.EventSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs attempts on virtual threads: a bounded number for each handler, so that a slow one holds up neither the others nor
 * the request that caused the event, and a bounded number of those that may hold a connection, so that deliveries leave
 * some for requests. Thread-safe.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final long WATCH_MILLIS = 100;
    private static final int MOST_LOST = 10;

    private final Deliverer deliverer;
    private final ProcessLease lease;
    private final Policies policies;
    private final Failures failures;
    private final Observation observation;
    private final Semaphore connections;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final Map<String, Queue<Attempt>> together = new ConcurrentHashMap<>();
    private final Set<RunningAttempt> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("neuroglia-delivery-", 0).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("neuroglia-timeouts").daemon().factory());
    private volatile boolean stopping;

    Attempts(Deliverer deliverer, ProcessLease lease, Policies policies, int connections, Observation observation) {
        this.deliverer = deliverer;
        this.lease = lease;
        this.policies = policies;
        this.failures = new Failures(policies);
        this.connections = new Semaphore(connections);
        this.observation = observation;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the timer is stopped, and logs its own failures
    void start() {
        watch.scheduleWithFixedDelay(this::checkTimes, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    void begin(Attempt attempt) {
        HandlerPolicy policy = policies.of(attempt.handler());
        if (attempt.lost() > MOST_LOST) {
            attempt.end().accept(failures.lostTooOften(attempt));
        } else if (policy.batch() > 1 && !attempt.again()) {
            Queue<Attempt> queue =
                    together.computeIfAbsent(attempt.handlerName(), name -> new ConcurrentLinkedQueue<>());
            queue.add(attempt);
            start(attempt, () -> callSome(queue, policy), () -> queue.remove(attempt));
        } else {
            start(attempt, () -> call(attempt, policy), () -> true);
        }
    }

    /** How many attempts more than allowed were begun: they came to no end. */
    int lost(Repetition due, EventSubscription handler) {
        return Math.max(0, due.attempt() - policies.of(handler).maxAttempts());
    }

    /** Told to whoever watches attempts: without a lease there will be none. */
    void leaseNotRenewed() {
        observation.observer().leaseNotRenewed();
    }

    /** Interrupts what still runs; its events stay stored for whoever comes next. */
    void stop() {
        stopping = true;
        threads.shutdownNow();
        watch.shutdownNow();
    }

    /**
     * Makes a call on a thread of its own, as soon as it may.
     *
     * @param isUntaken asked when the end of the process comes first: whether no other thread has taken the attempt
     */
    private void start(Attempt attempt, Runnable call, BooleanSupplier isUntaken) {
        try {
            threads.execute(() -> permitted(attempt, call, isUntaken));
        } catch (RejectedExecutionException stopped) {
            returned(attempt, isUntaken);
        }
    }

    private void permitted(Attempt attempt, Runnable call, BooleanSupplier isUntaken) {
        HandlerPolicy policy = policies.of(attempt.handler());
        Semaphore permit = permits.computeIfAbsent(attempt.handlerName(), name -> new Semaphore(policy.concurrency()));
        try {
            permit.acquire();
            try {
                connected(policy, call);
            } finally {
                permit.release();
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

    private void connected(HandlerPolicy policy, Runnable call) throws InterruptedException {
        if (!policy.transactional()) {
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

    /** Calls the handler for as many of the queue as may share a transaction; an earlier call may have taken them all. */
    private void callSome(Queue<Attempt> queue, HandlerPolicy policy) {
        List<Attempt> some = new ArrayList<>();
        Attempt next = queue.poll();
        while (next != null) {
            if (next.mayStart(lease)) {
                some.add(next);
            } else {
                next.end().accept(new Returned());
            }
            next = some.size() < policy.batch() ? queue.poll() : null;
        }
        if (some.size() == 1 || !callTogether(some, policy)) {
            some.forEach(attempt -> call(attempt, policy));
        }
    }

    /** False when each is to be attempted by itself, because one of them failed or had been handled before. */
    private boolean callTogether(List<Attempt> some, HandlerPolicy policy) {
        if (some.isEmpty()) {
            return true;
        }
        long begun = System.nanoTime();
        List<Attempt> timed =
                some.stream().map(attempt -> observation.timed(attempt, begun)).toList();
        Attempt first = some.get(0).endingWith(ending -> givenUp(timed, ending));
        RunningAttempt call =
                new RunningAttempt(first, failures, policy.timeout().multipliedBy(some.size()));
        running.add(call);
        try {
            boolean delivered = deliverer.deliverTogether(some);
            boolean inTime = call.end();
            if (delivered && inTime) {
                some.forEach(attempt -> observation.begun(attempt, begun));
                timed.forEach(attempt -> attempt.end().accept(new Succeeded()));
            }
            return delivered || !inTime;
        } catch (Throwable failure) {
            LOG.debug("{} deliveries to {} are repeated one by one", some.size(), first.handlerName(), failure);
            boolean inTime = call.end();
            if (!stopping) {
                Thread.interrupted(); // of the time-out of all, not to be taken for one of the next
            }
            return !inTime;
        } finally {
            running.remove(call);
        }
    }

    private static void givenUp(List<Attempt> some, Ending ending) {
        for (Attempt attempt : some) {
            Ending own = ending instanceof Failed failed
                    ? failed.ofEvent(attempt.event().id())
                    : ending;
            attempt.end().accept(own);
        }
    }

    private void call(Attempt attempt, HandlerPolicy policy) {
        if (stopping || !attempt.mayStart(lease)) {
            attempt.end().accept(new Returned());
            return;
        }
        long begun = System.nanoTime();
        observation.begun(attempt, begun);
        RunningAttempt call = new RunningAttempt(observation.timed(attempt, begun), failures, policy.timeout());
        running.add(call);
        DeliveryLogging.begin(attempt);
        try {
            call(attempt, call);
        } finally {
            DeliveryLogging.end();
            running.remove(call);
        }
    }

    private void call(Attempt attempt, RunningAttempt call) {
        try {
            deliverer.deliver(attempt);
            call.succeeded();
        } catch (Throwable failure) {
            if (stopping) {
                LOG.info("Delivery of {} to {} was broken off", attempt.event(), attempt.handlerName(), failure);
                call.returned();
            } else {
                call.failed(failure);
            }
        }
    }

    private void checkTimes() {
        try {
            long now = System.nanoTime();
            running.forEach(call -> call.check(now));
        } catch (RuntimeException failure) {
            LOG.error("Looking after the time-outs of handlers failed; it is tried again", failure);
        }
    }
}
