package io.neuroglia.delivery;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.delivery.schema.StorableText;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How durable delivery behaves. Immutable; thread-safe.
 *
 * <pre>{@code
 * DeliverySettings settings = DeliverySettings.forApplication("shop").withRetention(Duration.ofDays(30));
 * }</pre>
 *
 * @since 0.1
 */
public final class DeliverySettings {
    private final String application;
    private final String schema;
    private final SchemaManagement schemaManagement;
    private final String processName;
    private final Duration lease;
    private final Duration heartbeat;
    private final Duration pollInterval;
    private final int maxInFlight;
    private final int handlerConcurrency;
    private final Duration firstRetry;
    private final Duration maxRetry;
    private final int maxAttempts;
    private final Duration handlerTimeout;
    private final int abandonedCalls;
    private final int connections;
    private final int batch;
    private final Duration retention;
    private final Duration stopTimeout;
    private final boolean listen;
    private final Duration joining;

    private DeliverySettings(Draft draft) {
        application = draft.application;
        schema = draft.schema;
        schemaManagement = draft.schemaManagement;
        processName = draft.processName;
        lease = draft.lease;
        heartbeat = draft.heartbeat;
        pollInterval = draft.pollInterval;
        maxInFlight = draft.maxInFlight;
        handlerConcurrency = draft.handlerConcurrency;
        firstRetry = draft.firstRetry;
        maxRetry = draft.maxRetry;
        maxAttempts = draft.maxAttempts;
        handlerTimeout = draft.handlerTimeout;
        abandonedCalls = draft.abandonedCalls;
        connections = draft.connections;
        batch = draft.batch;
        retention = draft.retention;
        stopTimeout = draft.stopTimeout;
        listen = draft.listen;
        joining = draft.joining;
        check();
    }

    /**
     * What suits most applications: a lease of 3 s, 1,000 events in flight, 8 deliveries at once for each handler, of
     * which 5 use the database, retries after 0.5 s to 1 min, parked after 60 attempts, finished events kept for 7
     * days.
     *
     * @param application name of the application, recorded in its schema so that no other one can take its events;
     *     the same for all its processes
     * @return the settings
     * @throws IllegalArgumentException if the name is blank or cannot be stored
     */
    public static DeliverySettings forApplication(String application) {
        return new DeliverySettings(new Draft(application));
    }

    String application() {
        return application;
    }

    String schema() {
        return schema;
    }

    SchemaManagement schemaManagement() {
        return schemaManagement;
    }

    String processName() {
        return processName;
    }

    Duration lease() {
        return lease;
    }

    Duration heartbeat() {
        return heartbeat;
    }

    Duration pollInterval() {
        return pollInterval;
    }

    int maxInFlight() {
        return maxInFlight;
    }

    int handlerConcurrency() {
        return handlerConcurrency;
    }

    Duration firstRetry() {
        return firstRetry;
    }

    Duration maxRetry() {
        return maxRetry;
    }

    int maxAttempts() {
        return maxAttempts;
    }

    Duration handlerTimeout() {
        return handlerTimeout;
    }

    int abandonedCalls() {
        return abandonedCalls;
    }

    int connections() {
        return connections;
    }

    int batch() {
        return batch;
    }

    Duration retention() {
        return retention;
    }

    Duration stopTimeout() {
        return stopTimeout;
    }

    boolean listen() {
        return listen;
    }

    Duration joining() {
        return joining;
    }

    /**
     * These settings with another value: name of the schema of the library's own tables.
     *
     * @param value lower case; each application on a database has its own
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withSchema(String value) {
        return with(draft -> draft.schema = value);
    }

    /**
     * These settings with another value: who creates the tables and their daily partitions.
     *
     * @param value this application, or somebody with more privileges
     * @return new settings
     */
    public DeliverySettings withSchemaManagement(SchemaManagement value) {
        return with(draft -> draft.schemaManagement = value);
    }

    /**
     * These settings with another value: shown where somebody looks for the process that owns work.
     *
     * @param value shown where somebody looks for the process that owns work
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withProcessName(String value) {
        return with(draft -> draft.processName = value);
    }

    /**
     * These settings with another lease: how long a process owns its work without a sign of life, and the time after which
     * others recover it when its node has lost power.
     *
     * @param duration positive
     * @param heartbeat how often it is renewed, at most half of its duration
     * @return new settings
     * @throws IllegalArgumentException if the values make no sense
     */
    public DeliverySettings withLease(Duration duration, Duration heartbeat) {
        return with(draft -> {
            draft.lease = duration;
            draft.heartbeat = heartbeat;
        });
    }

    /**
     * These settings with another value: how often unowned and due work is looked for.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withPollInterval(Duration value) {
        return with(draft -> draft.pollInterval = value);
    }

    /**
     * These settings with another value: how many events a process owns at most; what is more is stored for whoever has
     * room.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withMaxInFlight(int value) {
        return with(draft -> draft.maxInFlight = value);
    }

    /**
     * These settings with another value: how many deliveries to one handler run at once.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withHandlerConcurrency(int value) {
        return with(draft -> draft.handlerConcurrency = value);
    }

    /**
     * These settings with other retries.
     *
     * @param first the pause after the first failed attempt; it doubles with each further one
     * @param longest the longest pause, at least the first
     * @return new settings
     * @throws IllegalArgumentException if the values make no sense
     */
    public DeliverySettings withRetries(Duration first, Duration longest) {
        return with(draft -> {
            draft.firstRetry = first;
            draft.maxRetry = longest;
        });
    }

    /**
     * These settings with another value: after how many failed attempts a delivery is parked for a person to decide;
     * with the other defaults after about an hour.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withMaxAttempts(int value) {
        return with(draft -> draft.maxAttempts = value);
    }

    /**
     * These settings with another value: how long a handler may take, without the commit.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withHandlerTimeout(Duration value) {
        return with(draft -> draft.handlerTimeout = value);
    }

    /**
     * These settings with another value: how many calls of one handler may be abandoned, with their threads still
     * inside the handler, before it is called no more.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withAbandonedCalls(int value) {
        return with(draft -> draft.abandonedCalls = value);
    }

    /**
     * These settings with another value: how many deliveries that use the database run at once, of all handlers
     * together.
     *
     * @param value at least 2, of which one handler gets all but one; at most half of what the pool has
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withConnections(int value) {
        return with(draft -> draft.connections = value);
    }

    /**
     * These settings with another value: how many deliveries to one handler may share a transaction.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withBatch(int value) {
        return with(draft -> draft.batch = value);
    }

    /**
     * These settings with another value: how long finished events are kept.
     *
     * @param value whole days, at least one
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withRetention(Duration value) {
        return with(draft -> draft.retention = value);
    }

    /**
     * These settings with another value: how long stopping waits for deliveries under way.
     *
     * @param value positive
     * @return new settings
     * @throws IllegalArgumentException if the value makes no sense
     */
    public DeliverySettings withStopTimeout(Duration value) {
        return with(draft -> draft.stopTimeout = value);
    }

    /**
     * These settings, listening to other processes: whether to hear at once from other processes that there is work,
     * instead of at the next look; takes one more connection, which a pooler must not share.
     *
     * @return new settings
     */
    public DeliverySettings withListening() {
        return with(draft -> draft.listen = true);
    }

    /** All settings, for logs. */
    @Override
    public String toString() {
        return "DeliverySettings["
                + "application=" + application
                + ", schema=" + schema
                + ", schemaManagement=" + schemaManagement
                + ", processName=" + processName
                + ", lease=" + lease
                + ", heartbeat=" + heartbeat
                + ", pollInterval=" + pollInterval
                + ", maxInFlight=" + maxInFlight
                + ", handlerConcurrency=" + handlerConcurrency
                + ", firstRetry=" + firstRetry
                + ", maxRetry=" + maxRetry
                + ", maxAttempts=" + maxAttempts
                + ", handlerTimeout=" + handlerTimeout
                + ", abandonedCalls=" + abandonedCalls
                + ", connections=" + connections
                + ", batch=" + batch
                + ", retention=" + retention
                + ", stopTimeout=" + stopTimeout
                + ", listen=" + listen
                + "]";
    }

    /** How long further deliveries may join a shared transaction; for tests, which cannot be that quick. */
    DeliverySettings withJoining(Duration value) {
        return with(draft -> draft.joining = value);
    }

    /** The policy of a handler that says nothing else. */
    HandlerPolicy policy() {
        return new HandlerPolicy(
                maxAttempts, firstRetry, maxRetry, handlerTimeout, handlerConcurrency, true, batch, Set.of());
    }

    private DeliverySettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new DeliverySettings(draft);
    }

    private void check() {
        StorableText.require("The application's name", application, StorableText.LONGEST_NAME);
        check(!application.isBlank(), "application", application, "not blank");
        Schema.named(schema);
        positive("lease", lease);
        positive("heartbeat", heartbeat);
        positive("pollInterval", pollInterval);
        positive("firstRetry", firstRetry);
        positive("stopTimeout", stopTimeout);
        positive("handlerTimeout", handlerTimeout);
        check(heartbeat.multipliedBy(2).compareTo(lease) <= 0, "heartbeat", heartbeat, "at most half of the lease");
        check(maxRetry.compareTo(firstRetry) >= 0, "maxRetry", maxRetry, "at least firstRetry");
        check(maxAttempts > 0, "maxAttempts", maxAttempts, "positive");
        check(abandonedCalls > 0, "abandonedCalls", abandonedCalls, "positive");
        check(connections > 1, "connections", connections, "at least 2");
        check(batch > 0, "batch", batch, "positive");
        check(retention.toDays() >= 1, "retention", retention, "at least one day");
        check(maxInFlight > 0, "maxInFlight", maxInFlight, "positive");
        check(handlerConcurrency > 0, "handlerConcurrency", handlerConcurrency, "positive");
    }

    private static void positive(String name, Duration value) {
        check(value.isPositive(), name, value, "positive");
    }

    private static void check(boolean holds, String name, Object value, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Delivery setting " + name + " must be " + demand + " but is " + value + ".");
        }
    }

    /**
     * Who creates the library's tables and their daily partitions.
     *
     * @since 0.1
     */
    public enum SchemaManagement {
        /** The library does, when the application starts and while it runs. */
        MIGRATE,
        /** Somebody with more privileges does; the library only checks that they are there. */
        CHECK
    }

    /** Settings while they are being changed. */
    private static final class Draft {
        private final String application;
        private String schema = Schema.DEFAULT_NAME;
        private SchemaManagement schemaManagement = SchemaManagement.MIGRATE;
        private String processName = "pid-" + ProcessHandle.current().pid();
        private Duration lease = Duration.ofSeconds(3);
        private Duration heartbeat = Duration.ofSeconds(1);
        private Duration pollInterval = Duration.ofSeconds(1);
        private int maxInFlight = 1_000;
        private int handlerConcurrency = 8;
        private Duration firstRetry = Duration.ofMillis(500);
        private Duration maxRetry = Duration.ofMinutes(1);
        private int maxAttempts = 60;
        private Duration handlerTimeout = Duration.ofMinutes(5);
        private int abandonedCalls = 8;
        private int connections = 5;
        private int batch = 32;
        private Duration retention = Duration.ofDays(7);
        private Duration stopTimeout = Duration.ofSeconds(8);
        private boolean listen = false;
        private Duration joining = Duration.ofMillis(10);

        Draft(String application) {
            this.application = application;
        }

        Draft(DeliverySettings settings) {
            application = settings.application;
            schema = settings.schema;
            schemaManagement = settings.schemaManagement;
            processName = settings.processName;
            lease = settings.lease;
            heartbeat = settings.heartbeat;
            pollInterval = settings.pollInterval;
            maxInFlight = settings.maxInFlight;
            handlerConcurrency = settings.handlerConcurrency;
            firstRetry = settings.firstRetry;
            maxRetry = settings.maxRetry;
            maxAttempts = settings.maxAttempts;
            handlerTimeout = settings.handlerTimeout;
            abandonedCalls = settings.abandonedCalls;
            connections = settings.connections;
            batch = settings.batch;
            retention = settings.retention;
            stopTimeout = settings.stopTimeout;
            listen = settings.listen;
            joining = settings.joining;
        }
    }
}
