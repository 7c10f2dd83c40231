package io.neuroglia.delivery.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How stored events are delivered to one handler: the form of {@link DeliveryPolicy} for handlers that are functions, and
 * for settings that are known only at start-up. Immutable; thread-safe.
 *
 * @param maxAttempts after how many failed attempts a delivery is parked
 * @param firstRetry the pause after the first failed attempt; it doubles with each further one
 * @param maxRetry the longest pause between attempts
 * @param timeout how long the handler may take, without the commit
 * @param concurrency how many deliveries to the handler run at once in one process
 * @param transactional whether the handler is called in a transaction
 * @param batch how many deliveries may share a transaction
 * @param parkOn exceptions after which no further attempt makes sense, with their subclasses
 * @since 0.1
 */
public record HandlerPolicy(
        int maxAttempts,
        Duration firstRetry,
        Duration maxRetry,
        Duration timeout,
        int concurrency,
        boolean transactional,
        int batch,
        Set<Class<? extends Throwable>> parkOn) {
    /**
     * Checks that the policy makes sense.
     *
     * @throws IllegalArgumentException naming what does not
     */
    public HandlerPolicy {
        check(maxAttempts > 0, "maxAttempts", maxAttempts, "positive");
        check(firstRetry.isPositive(), "firstRetry", firstRetry, "positive");
        check(maxRetry.compareTo(firstRetry) >= 0, "maxRetry", maxRetry, "at least firstRetry");
        check(timeout.isPositive(), "timeout", timeout, "positive");
        check(concurrency > 0, "concurrency", concurrency, "positive");
        check(batch > 0, "batch", batch, "positive");
        check(transactional || batch == 1, "batch", batch, "1 without a transaction");
        parkOn = Set.copyOf(parkOn);
    }

    /**
     * This policy with another number of attempts.
     *
     * @param attempts after how many failed ones a delivery is parked
     * @return a new policy
     */
    public HandlerPolicy withMaxAttempts(int attempts) {
        return new HandlerPolicy(attempts, firstRetry, maxRetry, timeout, concurrency, transactional, batch, parkOn);
    }

    /**
     * This policy with other pauses.
     *
     * @param first after the first failed attempt
     * @param longest between attempts
     * @return a new policy
     */
    public HandlerPolicy withRetries(Duration first, Duration longest) {
        return new HandlerPolicy(maxAttempts, first, longest, timeout, concurrency, transactional, batch, parkOn);
    }

    /**
     * This policy with another time-out.
     *
     * @param longest how long the handler may take
     * @return a new policy
     */
    public HandlerPolicy withTimeout(Duration longest) {
        return new HandlerPolicy(maxAttempts, firstRetry, maxRetry, longest, concurrency, transactional, batch, parkOn);
    }

    /**
     * This policy with another concurrency.
     *
     * @param deliveries how many run at once in one process
     * @return a new policy
     */
    public HandlerPolicy withConcurrency(int deliveries) {
        return new HandlerPolicy(maxAttempts, firstRetry, maxRetry, timeout, deliveries, transactional, batch, parkOn);
    }

    /**
     * This policy for a handler that is called outside of a transaction.
     *
     * @return a new policy
     */
    public HandlerPolicy withoutTransaction() {
        return new HandlerPolicy(maxAttempts, firstRetry, maxRetry, timeout, concurrency, false, 1, parkOn);
    }

    /**
     * This policy with shared transactions.
     *
     * @param deliveries how many may share one
     * @return a new policy
     */
    public HandlerPolicy withBatch(int deliveries) {
        return new HandlerPolicy(
                maxAttempts, firstRetry, maxRetry, timeout, concurrency, transactional, deliveries, parkOn);
    }

    /**
     * This policy with other exceptions that park at once.
     *
     * @param types with their subclasses
     * @return a new policy
     */
    public HandlerPolicy withParkOn(Set<Class<? extends Throwable>> types) {
        return new HandlerPolicy(maxAttempts, firstRetry, maxRetry, timeout, concurrency, transactional, batch, types);
    }

    /** This policy, changed where an annotation says something. */
    HandlerPolicy with(@Nullable DeliveryPolicy declared) {
        if (declared == null) {
            return this;
        }
        return new HandlerPolicy(
                declared.maxAttempts() == 0 ? maxAttempts : declared.maxAttempts(),
                either(declared.firstRetry(), firstRetry),
                either(declared.maxRetry(), maxRetry),
                either(declared.timeout(), timeout),
                declared.concurrency() == 0 ? concurrency : declared.concurrency(),
                declared.transactional(),
                declared.batch() == 0 ? (declared.transactional() ? batch : 1) : declared.batch(),
                declared.parkOn().length == 0 ? parkOn : Set.of(declared.parkOn()));
    }

    /**
     * The pause before the next attempt, with up to a quarter of jitter so that what failed together is not retried
     * together.
     *
     * @param failedAttempts how many there were, at least 1
     * @param random from 0 to 1
     * @return the pause
     */
    public Duration retryAfter(int failedAttempts, double random) {
        long longest = maxRetry.toMillis();
        long doubled = firstRetry.toMillis() << Math.min(failedAttempts - 1, 20);
        long pause = doubled < 0 ? longest : Math.min(doubled, longest);
        return Duration.ofMillis(pause - (long) (pause * random / 4));
    }

    /**
     * Whether no further attempt is made.
     *
     * @param failedAttempts how many there were
     * @param failure of the last one
     * @return true to park the delivery
     */
    public boolean parks(int failedAttempts, Throwable failure) {
        return failedAttempts >= maxAttempts
                || failure instanceof UndeliverableEventException
                || parkOn.stream().anyMatch(type -> type.isInstance(failure));
    }

    static Duration either(String declared, Duration otherwise) {
        if (declared.isEmpty()) {
            return otherwise;
        }
        try {
            return Duration.parse(declared.startsWith("P") ? declared : "PT" + declared);
        } catch (DateTimeParseException cause) {
            throw new IllegalArgumentException(
                    "Not a duration: " + declared + ". Write seconds, minutes or hours, such as 0.5s, 30s or 1h.",
                    cause);
        }
    }

    private static void check(boolean holds, String name, Object value, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(name + " of a delivery policy must be " + demand + " but is " + value);
        }
    }
}
