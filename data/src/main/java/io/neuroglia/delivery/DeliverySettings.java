package io.neuroglia.delivery;

import java.time.Duration;
import java.util.Set;

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
 * @param maxAttempts after how many failed attempts a delivery is parked for people to look at
 * @param handlerTimeout how long a handler may take before it is interrupted
 * @param connections how many deliveries that may use the database run at once, of all handlers together; at most half of
 *     what the connection pool has
 * @param listen whether to hear at once from other processes that there is work, instead of at the next look; takes one
 *     more connection, which a pooler must not share
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
        Duration stopTimeout,
        int maxAttempts,
        Duration handlerTimeout,
        int connections,
        boolean listen) {
    private static final int ABOUT_AN_HOUR_OF_ATTEMPTS = 60;
    private static final int HALF_OF_A_POOL_OF_10 = 5;
    private static final int SHARING = 32;

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
        positive("handlerTimeout", handlerTimeout);
        check(maxRetry.compareTo(firstRetry) >= 0, "maxRetry", maxRetry, "at least firstRetry");
        check(maxAttempts > 0, "maxAttempts", maxAttempts, "positive");
        check(connections > 0, "connections", connections, "positive");
        check(retention.toDays() >= 1, "retention", retention, "at least one day");
        check(maxInFlight > 0, "maxInFlight", maxInFlight, "positive");
        check(handlerConcurrency > 0, "handlerConcurrency", handlerConcurrency, "positive");
    }

    /**
     * These settings with another number of connections.
     *
     * @param atOnce how many deliveries that may use the database run at once; at most half of what the pool has
     * @return new settings
     */
    public DeliverySettings withConnections(int atOnce) {
        return new DeliverySettings(
                processName,
                lease,
                heartbeat,
                pollInterval,
                maxInFlight,
                handlerConcurrency,
                firstRetry,
                maxRetry,
                retention,
                stopTimeout,
                maxAttempts,
                handlerTimeout,
                atOnce,
                listen);
    }

    /**
     * These settings, listening to other processes.
     *
     * @return new settings
     */
    public DeliverySettings withListening() {
        return new DeliverySettings(
                processName,
                lease,
                heartbeat,
                pollInterval,
                maxInFlight,
                handlerConcurrency,
                firstRetry,
                maxRetry,
                retention,
                stopTimeout,
                maxAttempts,
                handlerTimeout,
                connections,
                true);
    }

    /**
     * What suits most applications: a lease of 3 s renewed each second, 1,000 events in flight, 8 deliveries at once for
     * each handler, retries after 0.5 s to 1 min, parked after 60 attempts, finished events kept for 7 days, up to 8 s to
     * stop, 5 min for a handler, 5 deliveries at once that may use the database.
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
                Duration.ofSeconds(8),
                ABOUT_AN_HOUR_OF_ATTEMPTS,
                Duration.ofMinutes(5),
                HALF_OF_A_POOL_OF_10,
                false);
    }

    /** The policy of a handler that says nothing else. */
    HandlerPolicy policy() {
        return new HandlerPolicy(
                maxAttempts, firstRetry, maxRetry, handlerTimeout, handlerConcurrency, true, SHARING, Set.of());
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
