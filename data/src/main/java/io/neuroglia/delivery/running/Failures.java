package io.neuroglia.delivery.running;

import io.neuroglia.delivery.naming.UnknownEventTypeException;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.delivery.policy.Policies;
import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.schema.GuardedLog;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Decides what follows from a failed attempt, and logs it. Thread-safe. */
final class Failures {
    private static final GuardedLog LOG = GuardedLog.of(Failures.class);

    private final Policies policies;

    Failures(Policies policies) {
        this.policies = policies;
    }

    /** After an attempt failed: another one later, or none. */
    Failed of(Delivery delivery, Throwable failure) {
        FailureText text = FailureText.of(failure);
        boolean unresolved = failure instanceof UnknownEventTypeException;
        HandlerPolicy policy = policies.of(delivery.handler());
        Duration pause = unresolved || policy.parks(delivery.attempt(), failure)
                ? null
                : policy.retryAfter(
                        delivery.attempt(), ThreadLocalRandom.current().nextDouble());
        log(delivery, pause, text);
        return new Failed(delivery, pause, unresolved, text);
    }

    /** A handler that this process does not know: parked until a process comes that does. */
    static Failed unknownHandler(Delivery delivery) {
        FailureText text = FailureText.of("No handler is named " + delivery.handler()
                + ". If its class was renamed, give it @LogicalName(\"" + delivery.handler()
                + "\"); a process that knows it takes the delivery up again");
        log(delivery, null, text);
        return new Failed(delivery, null, true, text);
    }

    /** The process died so often during an attempt that the event may be the reason. */
    static Failed lostTooOften(Delivery delivery, int lost) {
        FailureText text =
                FailureText.of("The process ended during " + lost + " attempts, perhaps because of this event");
        log(delivery, null, text);
        return new Failed(delivery, null, false, text);
    }

    /** The text is bounded, as the exception may not be; and what an appender throws must not change the outcome. */
    private static void log(Delivery delivery, @Nullable Duration pause, FailureText text) {
        String trace = text.stackTrace().isEmpty() ? text.error() : text.stackTrace();
        if (pause == null) {
            LOG.error(
                    "Delivery of {} to {} failed at attempt {} and is parked; later events of its key wait: {}",
                    delivery.event(),
                    delivery.handler(),
                    delivery.attempt(),
                    trace);
        } else {
            LOG.warn(
                    "Delivery of {} to {} failed at attempt {}; next attempt in {} ms: {}",
                    delivery.event(),
                    delivery.handler(),
                    delivery.attempt(),
                    pause.toMillis(),
                    trace);
        }
    }
}
