package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what follows from a failed attempt, and says so in the log. Thread-safe. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int LONGEST_TEXT = 8_000;

    private final Policies policies;

    Failures(Policies policies) {
        this.policies = policies;
    }

    /** After an attempt failed: another one later, or none. */
    Failed of(Attempt attempt, Throwable failure) {
        HandlerPolicy policy = policies.of(attempt.handler());
        boolean unresolved = failure instanceof UnknownEventTypeException;
        boolean parks = unresolved || policy.parks(attempt.number(), failure);
        Duration pause = parks
                ? null
                : policy.retryAfter(
                        attempt.number(), ThreadLocalRandom.current().nextDouble());
        log(attempt, pause, failure);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return new Failed(
                attempt.event().id(),
                attempt.handlerName(),
                pause,
                unresolved,
                storable(failure.toString()),
                storable(trace.toString()));
    }

    /** A handler that this process does not know: parked until one comes that does. */
    static Failed unknownHandler(StoredEvent event, String handler) {
        String error = "No handler is named " + handler + ". If its class was renamed, give it @LogicalName(\""
                + handler + "\"); a process that knows it takes the delivery up again";
        LOG.warn("Delivery of {} to {} is parked: {}", event, handler, error);
        return new Failed(event.id(), handler, null, true, error, "");
    }

    /** The process died so often during an attempt that the event may be the reason. */
    Failed lostTooOften(Attempt attempt) {
        String error = "The process ended during " + attempt.lost() + " attempts, perhaps because of this event";
        LOG.error("Delivery of {} to {} is parked: {}", attempt.event(), attempt.handlerName(), error);
        return new Failed(attempt.event().id(), attempt.handlerName(), null, false, error, "");
    }

    private static void log(Attempt attempt, @Nullable Duration pause, Throwable failure) {
        if (pause == null) {
            LOG.error(
                    "Delivery of {} to {} failed at attempt {} and is parked; later events of its key wait",
                    attempt.event(),
                    attempt.handlerName(),
                    attempt.number(),
                    failure);
        } else {
            LOG.warn(
                    "Delivery of {} to {} failed at attempt {}; next attempt in {} ms",
                    attempt.event(),
                    attempt.handlerName(),
                    attempt.number(),
                    pause.toMillis(),
                    failure);
        }
    }

    /** PostgreSQL stores no NUL characters. */
    private static String storable(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }
}
