package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FailedAttempt;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import io.neuroglia.mediation.EventSubscription;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs deliveries on virtual threads, a bounded number for each handler, so that a slow one holds up neither the others
 * nor the request that caused the event.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LONGEST_TEXT = 8_000;

    private final DeliverySettings settings;
    private final Deliverer deliverer;
    private final ProcessLease lease;
    private final Subscriptions known;
    private final OutcomeQueue outcomes;
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("neuroglia-delivery-", 0).factory());

    Dispatcher(
            DeliverySettings settings,
            Deliverer deliverer,
            ProcessLease lease,
            Subscriptions known,
            OutcomeQueue outcomes) {
        this.settings = settings;
        this.deliverer = deliverer;
        this.lease = lease;
        this.known = known;
        this.outcomes = outcomes;
    }

    /**
     * Gives an event to all its handlers that this process knows.
     *
     * @param live the event itself, or null to read it from its stored form
     * @param again whether it was taken over, so that some handlers may have handled it unnoticed
     */
    void first(StoredEvent event, long owner, @Nullable Object live, boolean again) {
        List<EventSubscription> handlers = new ArrayList<>();
        for (String name : event.pending()) {
            EventSubscription handler = known.handler(name);
            if (handler != null) {
                handlers.add(handler);
            }
        }
        if (handlers.isEmpty()) {
            outcomes.add(new FirstAttempts(event, owner, List.of(), List.of(), event.pending(), true));
            return;
        }
        FirstDelivery delivery = new FirstDelivery(event, owner, handlers.size());
        if (handlers.size() > 1) {
            outcomes.watch(delivery);
        }
        for (EventSubscription handler : handlers) {
            threads.execute(() -> {
                FailedAttempt failure = attempt(new Attempt(event, owner, handler, 1), live, again);
                FirstAttempts last = delivery.ended(handler.handlerName(), failure);
                if (last != null) {
                    outcomes.add(last);
                }
            });
        }
    }

    /**
     * Gives an event to one handler that has a row for it.
     *
     * @param due claimed, for a handler that is known here
     */
    void repeat(Repetition due, long owner) {
        EventSubscription handler = Objects.requireNonNull(known.handler(due.handler()), due.handler());
        boolean again = due.attempt() > 1;
        threads.execute(() -> {
            FailedAttempt failure = attempt(new Attempt(due.event(), owner, handler, due.attempt()), null, again);
            outcomes.add(new Repeated(due.event(), owner, due.handler(), failure));
        });
    }

    /** Interrupts what still runs; its events stay stored for whoever comes next. */
    void stop() {
        threads.shutdownNow();
    }

    private @Nullable FailedAttempt attempt(Attempt attempt, @Nullable Object live, boolean again) {
        Semaphore permit = permits.computeIfAbsent(
                attempt.handler().handlerName(), name -> new Semaphore(settings.handlerConcurrency()));
        try {
            permit.acquire();
            try {
                if (!attempt.mayStart(lease)) {
                    return attempt.failed(Duration.ZERO, "The lease was lost before the delivery began", "");
                }
                deliverer.deliver(attempt.event(), live, attempt.handler(), known, again);
                return null;
            } finally {
                permit.release();
            }
        } catch (Throwable failure) {
            return failed(attempt, failure);
        }
    }

    private FailedAttempt failed(Attempt attempt, Throwable failure) {
        Duration pause = settings.retryAfter(
                attempt.number(), ThreadLocalRandom.current().nextDouble());
        LOG.warn(
                "Delivery of {} to {} failed at attempt {}; next attempt in {} ms",
                attempt.event(),
                attempt.handler().handlerName(),
                attempt.number(),
                pause.toMillis(),
                failure);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return attempt.failed(pause, failure.toString(), trace.toString());
    }

    private record Attempt(StoredEvent event, long owner, EventSubscription handler, int number) {
        boolean mayStart(ProcessLease lease) {
            Long incarnation = lease.incarnation();
            return incarnation != null && incarnation == owner;
        }

        FailedAttempt failed(Duration pause, String error, String stackTrace) {
            return new FailedAttempt(event.id(), handler.handlerName(), pause, storable(error), storable(stackTrace));
        }

        /** PostgreSQL stores no NUL characters. */
        private static String storable(String text) {
            String clean = text.replace('\0', ' ');
            return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
        }
    }
}
