package io.neuroglia.delivery.running;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.policy.Policies;
import io.neuroglia.delivery.running.HandlerQueue.Start;
import io.neuroglia.delivery.running.Outcome.Deferred;
import io.neuroglia.delivery.running.Outcome.Returned;
import io.neuroglia.delivery.running.Outcome.Succeeded;
import io.neuroglia.delivery.schema.GuardedLog;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.mediation.EventSubscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes deliveries on virtual threads. Each handler has a queue and a bounded number of loops that take from it, so that a
 * slow handler holds up neither the others nor the request that caused the event. Every delivery that begins has exactly
 * one outcome, which goes to the {@link OutcomeListener}. Thread-safe.
 *
 * @since 0.1
 */
public final class Deliveries {
    private static final GuardedLog LOG = GuardedLog.of(Deliveries.class);
    private static final long WATCH_MILLIS = 100;
    private static final int MOST_LOST = 10;

    /** How long one that has joined may keep the others from their commit. */
    private static final Duration LONGEST_JOINED = Duration.ofSeconds(1);

    private static final ThreadLocal<@Nullable Deliveries> CURRENT = new ThreadLocal<>();

    private final HandlerTransactions handlers;
    private final Policies policies;
    private final Failures failures;
    private final ConnectionShare share;
    private final long joiningNanos;
    private final Observation observation;
    private final OutcomeListener listener;
    private final Map<String, HandlerQueue> queues = new ConcurrentHashMap<>();
    private final Map<HandlerCall, HandlerQueue> calls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("neuroglia-delivery-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("neuroglia-timeouts").daemon().factory());
    private volatile boolean stopping;

    /**
     * Deliveries of one run.
     *
     * @param transactions in which handlers are called
     * @param known the handlers
     * @param policies of all handlers
     * @param limits what deliveries may use
     * @param watch who watches attempts, and the database's clock
     * @param listener gets every outcome
     */
    public Deliveries(
            Transactions transactions,
            Subscriptions known,
            Policies policies,
            Limits limits,
            Watch watch,
            OutcomeListener listener) {
        this.handlers = new HandlerTransactions(transactions, known, new HandledTable(limits.schema()));
        this.policies = policies;
        this.failures = new Failures(policies);
        this.share = new ConnectionShare(limits.connections());
        this.joiningNanos = limits.joining().toNanos();
        this.observation = new Observation(watch.observer(), watch.clock());
        this.listener = listener;
        for (EventSubscription handler : known.all()) {
            String name = handler.handlerName();
            queues.put(name, new HandlerQueue(policies.of(name), limits.abandonedCalls()));
        }
    }

    /** Begins to watch the time of calls. */
    @SuppressWarnings("FutureReturnValueIgnored") // runs until the timer is stopped, and logs its own failures
    public void start() {
        timer.scheduleWithFixedDelay(this::checkTimes, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Whether the current thread is inside a handler that this object has called.
     *
     * @return true if so
     */
    public boolean isCurrent() {
        return CURRENT.get() == this;
    }

    /**
     * Begins a delivery as soon as its handler has a loop for it.
     *
     * @param delivery for a handler of this process, or one that is unknown
     */
    public void begin(Delivery delivery) {
        HandlerQueue queue = queues.get(delivery.handler());
        if (queue == null) {
            report(Failures.unknownHandler(delivery), System.nanoTime());
        } else if (lost(delivery) > MOST_LOST) {
            report(Failures.lostTooOften(delivery, lost(delivery)), System.nanoTime());
        } else if (stopping) {
            report(new Returned(delivery, false), System.nanoTime());
        } else if (!delivery.hasRow() && queue.defers()) {
            report(new Deferred(delivery), System.nanoTime());
        } else {
            follow(queue.add(delivery), queue);
            if (stopping) {
                queue.takeAll().forEach(late -> report(new Returned(late, false), System.nanoTime()));
            }
        }
    }

    /** How many attempts ended with their process; of one with a row, those beyond what its policy allows. */
    private int lost(Delivery delivery) {
        return delivery.hasRow()
                ? delivery.attempt() - policies.of(delivery.handler()).maxAttempts()
                : delivery.lost();
    }

    /**
     * Lets what has waited long behind a slow handler go on from rows of its own, so that others have room.
     *
     * @param othersWait whether there is work for idle handlers and no room for it
     */
    public void makeRoom(boolean othersWait) {
        for (HandlerQueue queue : queues.values()) {
            queue.takeBacklog(othersWait).forEach(delivery -> report(new Deferred(delivery), System.nanoTime()));
        }
    }

    /**
     * The handlers for which nothing waits in this process.
     *
     * @return logical names
     */
    public List<String> idleHandlers() {
        return queues.entrySet().stream()
                .filter(entry -> entry.getValue().isIdle())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The handlers for which more can be taken up.
     *
     * @return logical names
     */
    public List<String> handlersWithRoom() {
        return queues.entrySet().stream()
                .filter(entry -> entry.getValue().hasRoom())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Calls that did not end when their time was over and whose threads are still inside their handlers.
     *
     * @return how many, by handler; only handlers that have some
     */
    public Map<String, Integer> abandonedCalls() {
        Map<String, Integer> abandoned = new TreeMap<>();
        queues.forEach((handler, queue) -> {
            int count = queue.abandonedCalls();
            if (count > 0) {
                abandoned.put(handler, count);
            }
        });
        return abandoned;
    }

    /** Gives back what has not begun; nothing begins any more. */
    public void stopBeginning() {
        stopping = true;
        for (HandlerQueue queue : queues.values()) {
            queue.takeAll().forEach(delivery -> report(new Returned(delivery, false), System.nanoTime()));
        }
    }

    /** Breaks off what still runs. */
    public void breakOff() {
        calls.keySet().forEach(HandlerCall::breakOff);
        threads.shutdown();
    }

    /** Ends the threads; calls that do not react end by themselves, and nobody waits for them. */
    public void stop() {
        timer.shutdownNow();
        threads.shutdown();
    }

    private void follow(Start start, HandlerQueue queue) {
        if (start == Start.NONE) {
            return;
        }
        try {
            threads.execute(start == Start.LOOP ? () -> loop(queue) : () -> reinforceLater(queue));
        } catch (RejectedExecutionException stopped) {
            if (start == Start.LOOP) {
                queue.loopLost();
            }
            queue.takeAll().forEach(delivery -> report(new Returned(delivery, false), System.nanoTime()));
        }
    }

    private void reinforceLater(HandlerQueue queue) {
        try {
            Thread.sleep(HandlerQueue.PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            LOG.debug("Interrupted while waiting to start another loop", interrupted);
        }
        follow(queue.reinforce(), queue);
    }

    /** Takes what waits, until nothing does or this thread was abandoned and another has its place. */
    private void loop(HandlerQueue queue) {
        boolean ours = true;
        CURRENT.set(this);
        try {
            for (Delivery next = queue.take(); next != null; next = ours ? queue.take() : null) {
                follow(queue.start(), queue);
                ours = call(next, queue);
            }
        } catch (Throwable failure) {
            queue.loopLost();
            listener.broken(failure);
        } finally {
            CURRENT.remove();
        }
    }

    private boolean call(Delivery first, HandlerQueue queue) {
        boolean transactional = queue.policy().transactional();
        boolean shares = transactional && !first.again() && queue.mayShare();
        return shares ? callShared(first, queue) : callAlone(first, queue);
    }

    /** False if the call was abandoned. */
    private boolean callAlone(Delivery delivery, HandlerQueue queue) {
        if (!mayBegin(delivery)) {
            return true;
        }
        long begun = System.nanoTime();
        observation.begun(delivery, begun);
        HandlerCall call = new HandlerCall(delivery, share, queue.policy().timeout());
        calls.put(call, queue);
        try {
            if (queue.policy().transactional()) {
                handlers.call(delivery, call);
            } else {
                handlers.callOutside(delivery);
            }
            return ended(call, queue, new Succeeded(delivery), begun);
        } catch (Throwable failure) {
            return failed(call, queue, failure, begun);
        } finally {
            calls.remove(call);
        }
    }

    /**
     * Makes a delivery and those that wait behind it in one transaction. When that fails, each is made by itself, unless it
     * is the first that failed before another one had joined it.
     */
    private boolean callShared(Delivery first, HandlerQueue queue) {
        if (!mayBegin(first)) {
            return true;
        }
        long begun = System.nanoTime();
        HandlerCall call = new HandlerCall(first, share, queue.policy().timeout());
        Supplier<@Nullable Delivery> more = () -> next(call, queue, begun);
        calls.put(call, queue);
        try {
            if (handlers.callShared(call, first, more)) {
                return sharedSucceeded(call, queue, begun);
            }
        } catch (Throwable failure) {
            if (call.deliveries().size() == 1) {
                observation.begun(first, begun);
                return failed(call, queue, failure, begun);
            }
            LOG.debug("{} deliveries to {} go on one by one", call.deliveries().size(), first.handler(), failure);
        } finally {
            calls.remove(call);
        }
        queue.sharingFailed();
        return call.end() ? oneByOne(call.deliveries(), queue) : cameBack(queue);
    }

    private boolean sharedSucceeded(HandlerCall call, HandlerQueue queue, long begun) {
        if (!call.end()) {
            return cameBack(queue);
        }
        for (Delivery delivery : call.deliveries()) {
            observation.begun(delivery, begun);
            report(new Succeeded(delivery), begun);
        }
        return true;
    }

    /** The next delivery that joins a shared transaction, if it is not too late for that. */
    private @Nullable Delivery next(HandlerCall call, HandlerQueue queue, long begun) {
        boolean mayJoin = call.deliveries().size() < queue.policy().batch()
                && System.nanoTime() - begun < joiningNanos
                && !stopping;
        Delivery next = mayJoin ? queue.takeMore() : null;
        if (next == null || !mayBegin(next)) {
            return null;
        }
        if (call.join(next, LONGEST_JOINED)) {
            return next;
        }
        report(new Returned(next, false), begun);
        return null;
    }

    /** False if one of the calls was abandoned; the rest then goes on in other loops. */
    private boolean oneByOne(List<Delivery> deliveries, HandlerQueue queue) {
        boolean ours = true;
        for (Delivery delivery : deliveries) {
            if (ours) {
                ours = callAlone(delivery, queue);
            } else {
                begin(delivery);
            }
        }
        return ours;
    }

    /** A delivery does not begin under a lease that was lost while it waited. */
    private boolean mayBegin(Delivery delivery) {
        boolean mayBegin = !stopping && listener.owns(delivery.owner());
        if (!mayBegin) {
            report(new Returned(delivery, false), System.nanoTime());
        }
        return mayBegin;
    }

    private boolean failed(HandlerCall call, HandlerQueue queue, Throwable failure, long begun) {
        Delivery delivery = call.deliveries().get(0);
        if (stopping) {
            LOG.info("Delivery of {} to {} was broken off", delivery.event(), delivery.handler());
            return ended(call, queue, new Returned(delivery, true), begun);
        }
        Throwable cause = call.cause(failure);
        return call.end() ? reported(failures.of(delivery, cause), begun) : cameBack(queue);
    }

    private boolean ended(HandlerCall call, HandlerQueue queue, Outcome outcome, long begun) {
        return call.end() ? reported(outcome, begun) : cameBack(queue);
    }

    private boolean reported(Outcome outcome, long begun) {
        report(outcome, begun);
        return true;
    }

    private boolean cameBack(HandlerQueue queue) {
        follow(queue.cameBack(), queue);
        return false;
    }

    private void report(Outcome outcome, long begun) {
        try {
            listener.ended(outcome);
        } catch (Throwable failure) {
            listener.broken(failure);
        }
        observation.ended(outcome, begun);
    }

    private void checkTimes() {
        long now = System.nanoTime();
        calls.forEach((call, queue) -> {
            try {
                TimeoutException abandoned = call.check(now);
                if (abandoned != null) {
                    abandoned(call, queue, abandoned);
                }
            } catch (Throwable failure) {
                listener.broken(failure);
            }
        });
    }

    private void abandoned(HandlerCall call, HandlerQueue queue, TimeoutException cause) {
        follow(queue.abandoned(), queue);
        for (Delivery delivery : call.deliveries()) {
            report(failures.of(delivery, cause), System.nanoTime());
        }
    }

    /**
     * What deliveries may use.
     *
     * @param schema of the tables
     * @param connections how many may use the database at once
     * @param abandonedCalls how many calls of one handler may be abandoned before it is called no more
     * @param joining how long further deliveries may join a shared transaction
     * @since 0.1
     */
    public record Limits(Schema schema, int connections, int abandonedCalls, Duration joining) {}

    /**
     * Who watches attempts.
     *
     * @param observer told of each
     * @param clock measures their latency
     * @since 0.1
     */
    public record Watch(DeliveryObserver observer, DatabaseClock clock) {}
}
