package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Ending.Succeeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls handlers on the current thread, each for no longer than its time-out, and tells how that ended. Thread-safe. */
final class HandlerCalls {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerCalls.class);
    private static final long WATCH_MILLIS = 100;

    /** For how long those that have joined a transaction may keep the first one of it from its commit. */
    private static final Duration LONGEST_JOINED = Duration.ofSeconds(1);

    private final Deliverer deliverer;
    private final ProcessLease lease;
    private final Failures failures;
    private final Observation observation;
    private final Set<RunningAttempt> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("neuroglia-timeouts").daemon().factory());
    private volatile boolean stopping;

    HandlerCalls(Deliverer deliverer, ProcessLease lease, Failures failures, Observation observation) {
        this.deliverer = deliverer;
        this.lease = lease;
        this.failures = failures;
        this.observation = observation;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the timer is stopped, and logs its own failures
    void start() {
        watch.scheduleWithFixedDelay(this::checkTimes, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is broken off from now on does not count as failed. */
    void stopping() {
        stopping = true;
    }

    void stop() {
        watch.shutdownNow();
    }

    /** Told to whoever watches attempts: without a lease there will be none. */
    void leaseNotRenewed() {
        observation.observer().leaseNotRenewed();
    }

    /** Makes one attempt by itself. */
    void alone(Attempt attempt, Lane lane) {
        if (stopping || !attempt.mayStart(lease)) {
            attempt.end().accept(new Returned());
            return;
        }
        long begun = System.nanoTime();
        observation.begun(attempt, begun);
        RunningAttempt call = new RunningAttempt(
                observation.timed(attempt, begun), failures, lane.policy().timeout());
        running.add(call);
        DeliveryLogging.begin(attempt);
        try {
            boolean changed = deliverer.deliver(attempt);
            lane.ended(begun, changed);
            call.succeeded();
        } catch (Throwable failure) {
            failed(attempt, call, failure);
        } finally {
            DeliveryLogging.end();
            running.remove(call);
        }
    }

    /**
     * Makes an attempt and those that wait behind it in one transaction. When that fails, each is attempted by itself,
     * unless it is the first that failed before another one had joined it.
     */
    void together(Attempt first, Lane lane) {
        Shared shared = new Shared(first, lane);
        boolean byLock = false;
        running.add(shared.call);
        lane.begins();
        try {
            if (!stopping && deliverer.deliverTogether(first, shared::next)) {
                lane.shared(shared.begun, shared.attempts.size());
                shared.succeeded();
                return;
            }
        } catch (Throwable failure) {
            if (shared.attempts.size() == 1) {
                observation.begun(first, shared.begun);
                failed(first, shared.call, failure);
                return;
            }
            LOG.debug("{} deliveries to {} go on one by one", shared.attempts.size(), first.handlerName(), failure);
            byLock = SharedTransaction.gaveWay(failure);
        } finally {
            running.remove(shared.call);
            lane.ends();
        }
        lane.spoiled(byLock);
        oneByOne(shared, lane);
    }

    private void oneByOne(Shared shared, Lane lane) {
        if (shared.call.end()) {
            if (!stopping) {
                Thread.interrupted(); // of the time-out of all, not to be taken for one of the next
            }
            shared.attempts.forEach(attempt -> alone(attempt, lane));
        }
    }

    private void failed(Attempt attempt, RunningAttempt call, Throwable failure) {
        if (stopping) {
            LOG.info("Delivery of {} to {} was broken off", attempt.event(), attempt.handlerName(), failure);
            call.returned();
        } else {
            call.failed(failure);
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

    /** A transaction that several deliveries share, while it runs. For one thread, apart from its time-out. */
    private final class Shared {
        private final Lane lane;
        private final long begun = System.nanoTime();
        private final List<Attempt> attempts = new ArrayList<>();
        private final List<Attempt> timed = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final RunningAttempt call;

        Shared(Attempt first, Lane lane) {
            this.lane = lane;
            add(first);
            Attempt all = timed.get(0).endingWith(this::givenUp);
            this.call = new RunningAttempt(all, failures, lane.policy().timeout());
        }

        /** The next delivery that joins, if it is not too late for that. */
        @Nullable
        Attempt next() {
            Attempt next = lane.mayJoin(attempts.size(), begun) ? lane.next(lease) : null;
            if (next != null && !call.goOn(LONGEST_JOINED, () -> add(next))) {
                next.end().accept(new Returned());
                return null;
            }
            return next;
        }

        void succeeded() {
            if (call.end()) {
                for (int i = 0; i < attempts.size(); i++) {
                    observation.begun(attempts.get(i), times.get(i));
                    timed.get(i).end().accept(new Succeeded());
                }
            }
        }

        private void add(Attempt attempt) {
            long now = System.nanoTime();
            attempts.add(attempt);
            timed.add(observation.timed(attempt, now));
            times.add(now);
        }

        /** By its time-out. From then on none can join, so the lists stay as they are. */
        private void givenUp(Ending ending) {
            for (Attempt attempt : timed) {
                Ending own = ending instanceof Failed failed
                        ? failed.ofEvent(attempt.event().id())
                        : ending;
                attempt.end().accept(own);
            }
        }
    }
}
