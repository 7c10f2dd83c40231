package io.neuroglia.spring.data;

import io.neuroglia.delivery.DeliverySettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of durable delivery; what is not set is as in {@link DeliverySettings#defaults()}.
 *
 * @param enabled whether commands run in a unit of work whose events are stored and delivered
 * @param processName shown where somebody looks for the process that owns work
 * @param lease for how long a process owns its work without a sign of life
 * @param heartbeat how often the lease is renewed; at most half of it
 * @param pollInterval how often left-over and due work is looked for
 * @param maxInFlight how many events a process owns at most
 * @param handlerConcurrency how many deliveries to one handler run at once
 * @param firstRetry the pause after the first failed attempt; it doubles with each further one
 * @param maxRetry the longest pause between attempts
 * @param retention for how long finished events are kept, in whole days
 * @param stopTimeout how long stopping waits for deliveries under way
 * @param maxAttempts after how many failed attempts a delivery is parked
 * @param handlerTimeout how long a handler may take before it is interrupted
 * @param connections how many deliveries that may use the database run at once; half of the pool if not set
 * @param listen whether to hear at once from other processes that there is work
 * @param backlogInterval how often at most the backlog is counted for metrics and health
 * @param dataSource name of a bean from which delivery takes the connections it works with, on the same database; the
 *     application's data source if not set
 */
@ConfigurationProperties("neuroglia.delivery")
record DeliveryProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String processName,
        @Nullable Duration lease,
        @Nullable Duration heartbeat,
        @Nullable Duration pollInterval,
        @Nullable Integer maxInFlight,
        @Nullable Integer handlerConcurrency,
        @Nullable Duration firstRetry,
        @Nullable Duration maxRetry,
        @Nullable Duration retention,
        @Nullable Duration stopTimeout,
        @Nullable Integer maxAttempts,
        @Nullable Duration handlerTimeout,
        @Nullable Integer connections,
        @DefaultValue("false") boolean listen,
        @DefaultValue("10s") Duration backlogInterval,
        @Nullable String dataSource) {

    /**
     * The settings.
     *
     * @param largestPool how many connections the pool may have, null if that is not known
     */
    DeliverySettings settings(@Nullable Integer largestPool) {
        DeliverySettings standard = DeliverySettings.defaults();
        return new DeliverySettings(
                either(processName, standard.processName()),
                either(lease, standard.lease()),
                either(heartbeat, standard.heartbeat()),
                either(pollInterval, standard.pollInterval()),
                either(maxInFlight, standard.maxInFlight()),
                either(handlerConcurrency, standard.handlerConcurrency()),
                either(firstRetry, standard.firstRetry()),
                either(maxRetry, standard.maxRetry()),
                either(retention, standard.retention()),
                either(stopTimeout, standard.stopTimeout()),
                either(maxAttempts, standard.maxAttempts()),
                either(handlerTimeout, standard.handlerTimeout()),
                either(connections, largestPool == null ? standard.connections() : Math.max(1, largestPool / 2)),
                listen);
    }

    private static <V> V either(@Nullable V given, V standard) {
        return given == null ? standard : given;
    }
}
