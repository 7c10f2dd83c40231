package io.neuroglia.spring.data;

import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DeliverySettings.SchemaManagement;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of durable delivery; what is not set is as by {@link DeliverySettings#forApplication(String)}.
 *
 * @param enabled whether commands run in a unit of work whose events are stored and delivered
 * @param application name recorded in the schema, so that no other application takes its events; spring.application.name
 *     if not set, else the main class
 * @param schema name of the schema of the library's own tables; each application on a database has its own
 * @param schemaManagement who creates tables and partitions: the library (migrate), or somebody else (check)
 * @param processName shown where somebody looks for the process that owns work
 * @param lease how long a process owns its work without a sign of life
 * @param heartbeat how often the lease is renewed; at most half of it
 * @param pollInterval how often unowned and due work is looked for
 * @param maxInFlight how many events a process owns at most
 * @param handlerConcurrency how many deliveries to one handler run at once
 * @param batch how many deliveries to one handler may share a transaction
 * @param firstRetry the pause after the first failed attempt; it doubles with each further one
 * @param maxRetry the longest pause between attempts
 * @param retention how long finished events are kept, in whole days
 * @param stopTimeout how long stopping waits for deliveries under way
 * @param maxAttempts after how many failed attempts a delivery is parked
 * @param handlerTimeout how long a handler may take, without the commit
 * @param abandonedCalls how many calls of one handler may be abandoned before it is called no more
 * @param connections how many deliveries that use the database run at once, at least 2; half of the pool if not set
 * @param listen whether to hear at once from other processes that there is work
 * @param backlogInterval how often at most the backlog is counted for metrics and health
 * @param dataSource name of a bean from which delivery takes the connections it works with, on the same database; the
 *     application's data source if not set
 */
@ConfigurationProperties("neuroglia.delivery")
record DeliveryProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String application,
        @Nullable String schema,
        @Nullable SchemaManagement schemaManagement,
        @Nullable String processName,
        @Nullable Duration lease,
        @Nullable Duration heartbeat,
        @Nullable Duration pollInterval,
        @Nullable Integer maxInFlight,
        @Nullable Integer handlerConcurrency,
        @Nullable Integer batch,
        @Nullable Duration firstRetry,
        @Nullable Duration maxRetry,
        @Nullable Duration retention,
        @Nullable Duration stopTimeout,
        @Nullable Integer maxAttempts,
        @Nullable Duration handlerTimeout,
        @Nullable Integer abandonedCalls,
        @Nullable Integer connections,
        @DefaultValue("false") boolean listen,
        @DefaultValue("10s") Duration backlogInterval,
        @Nullable String dataSource) {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration MAX_RETRY = Duration.ofMinutes(1);

    /**
     * The settings.
     *
     * @param unnamed asked for the name of an application that is given none here
     * @param largestPool how many connections the pool may have, null if that is not known
     */
    DeliverySettings settings(Supplier<String> unnamed, @Nullable Integer largestPool) {
        Changes changes =
                new Changes(DeliverySettings.forApplication(application == null ? unnamed.get() : application));
        changes.apply(schema, DeliverySettings::withSchema);
        changes.apply(schemaManagement, DeliverySettings::withSchemaManagement);
        changes.apply(processName, DeliverySettings::withProcessName);
        changes.apply(
                either(lease, LEASE), (settings, value) -> settings.withLease(value, either(heartbeat, HEARTBEAT)));
        changes.apply(pollInterval, DeliverySettings::withPollInterval);
        changes.apply(maxInFlight, DeliverySettings::withMaxInFlight);
        changes.apply(handlerConcurrency, DeliverySettings::withHandlerConcurrency);
        changes.apply(batch, DeliverySettings::withBatch);
        changes.apply(
                either(firstRetry, FIRST_RETRY),
                (settings, value) -> settings.withRetries(value, either(maxRetry, MAX_RETRY)));
        changes.apply(retention, DeliverySettings::withRetention);
        changes.apply(stopTimeout, DeliverySettings::withStopTimeout);
        changes.apply(maxAttempts, DeliverySettings::withMaxAttempts);
        changes.apply(handlerTimeout, DeliverySettings::withHandlerTimeout);
        changes.apply(abandonedCalls, DeliverySettings::withAbandonedCalls);
        changes.apply(connections == null ? halfOf(largestPool) : connections, DeliverySettings::withConnections);
        changes.apply(listen ? true : null, (settings, value) -> settings.withListening());
        return changes.settings;
    }

    private static @Nullable Integer halfOf(@Nullable Integer largestPool) {
        return largestPool == null ? null : Math.max(2, largestPool / 2);
    }

    private static <V> V either(@Nullable V given, V standard) {
        return given == null ? standard : given;
    }

    /** Settings to which the given values are applied, one after the other. */
    private static final class Changes {
        private DeliverySettings settings;

        Changes(DeliverySettings standard) {
            settings = standard;
        }

        <V> void apply(@Nullable V given, BiFunction<DeliverySettings, V, DeliverySettings> change) {
            if (given != null) {
                settings = change.apply(settings, given);
            }
        }
    }
}
