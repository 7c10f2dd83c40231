package io.neuroglia.delivery;

import java.time.Duration;

/**
 * How durable delivery behaves. Immutable; thread-safe.
 *
 * @param processName shown where somebody looks for the process that owns work
 * @param lease for how long a process owns its work without a sign of life; also the time after which others recover it
 * @param heartbeat how often the lease is renewed; at most half of it
 * @param pollInterval how often left-over and due work is looked for
 * @param maxInFlight how many events a process owns at most; what is more is stored for whoever has room
 * @param handlerConcurrency how many deliveries to one handler run at once
 * @param firstRetry the pause after the first failed attempt; it doubles with each further one
 * @param maxRetry the longest pause between attempts
 * @param retention for how long finished events are kept, in whole days
 * @param stopTimeout how long stopping waits for deliveries under way
 * @since 0.1
 */
public record DeliverySettings(
        String processName,
        Duration lease,
        Duration heartbeat,
        Duration pollInterval,
        int maxInFlight,
        int handlerConcurrency,
        Duration firstRetry,
        Duration maxRetry,
        Duration retention,
        Duration stopTimeout) {
    /**
     * Checks that the settings make sense.
     *
     * @throws IllegalArgumentException naming the setting that does not
     */
    public DeliverySettings {
        positive("lease", lease);
        positive("heartbeat", heartbeat);
        positive("pollInterval", pollInterval);
        positive("firstRetry", firstRetry);
        positive("stopTimeout", stopTimeout);
        check(heartbeat.multipliedBy(2).compareTo(lease) <= 0, "heartbeat", heartbeat, "at most half of the lease");
        check(maxRetry.compareTo(firstRetry) >= 0, "maxRetry", maxRetry, "at least firstRetry");
        check(retention.toDays() >= 1, "retention", retention, "at least one day");
        check(maxInFlight > 0, "maxInFlight", maxInFlight, "positive");
        check(handlerConcurrency > 0, "handlerConcurrency", handlerConcurrency, "positive");
    }

    /**
     * What suits most applications: a lease of 3 s renewed each second, 1,000 events in flight, 8 deliveries at once for
     * each handler, retries after 0.5 s to 1 min, finished events kept for 7 days, up to 8 s to stop.
     *
     * @return the settings
     */
    public static DeliverySettings defaults() {
        return new DeliverySettings(
                "pid-" + ProcessHandle.current().pid(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1_000,
                8,
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                Duration.ofDays(7),
                Duration.ofSeconds(8));
    }

    /**
     * The pause before the next attempt, with up to a quarter of jitter so that what failed together is not retried
     * together.
     */
    Duration retryAfter(int failedAttempts, double random) {
        long doubled = firstRetry.toMillis() << Math.min(failedAttempts - 1, 20);
        long pause = Math.min(doubled, maxRetry.toMillis());
        return Duration.ofMillis(pause - (long) (pause * random / 4));
    }

    private static void positive(String name, Duration value) {
        check(!value.isNegative() && !value.isZero(), name, value, "positive");
    }

    private static void check(boolean holds, String name, Object value, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Delivery setting " + name + " must be " + demand + " but is " + value + ".");
        }
    }
}
