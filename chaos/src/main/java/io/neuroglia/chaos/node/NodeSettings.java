package io.neuroglia.chaos.node;

import io.neuroglia.delivery.DeliverySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a node is run; written to and read from a command line.
 *
 * @param name which process, unique in a run
 * @param url of the database
 * @param journal the file that it writes what it does to
 * @param seed of its load
 * @param threads how many of them send commands
 * @param pause between two commands of a thread, on average
 * @param lease of its incarnations
 * @param maxInFlight how many undelivered events it owns at most
 * @param handlerTimeout how long a handler may take
 * @param point where something happens to it; empty for nowhere
 */
public record NodeSettings(
        String name,
        String url,
        Path journal,
        long seed,
        int threads,
        Duration pause,
        Duration lease,
        int maxInFlight,
        Duration handlerTimeout,
        String point) {
    private static final Duration LONG = Duration.ofMinutes(5);

    /** A node whose handlers have time. */
    public NodeSettings(
            String name,
            String url,
            Path journal,
            long seed,
            int threads,
            Duration pause,
            Duration lease,
            int maxInFlight) {
        this(name, url, journal, seed, threads, pause, lease, maxInFlight, LONG, "");
    }

    /** The arguments of the process. */
    public List<String> arguments() {
        return List.of(
                "name=" + name,
                "url=" + url,
                "journal=" + journal,
                "seed=" + seed,
                "threads=" + threads,
                "pause=" + pause,
                "lease=" + lease,
                "maxInFlight=" + maxInFlight,
                "handlerTimeout=" + handlerTimeout,
                "point=" + point);
    }

    static NodeSettings parse(String[] arguments) {
        Map<String, String> values = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new NodeSettings(
                value(values, "name"),
                value(values, "url"),
                Path.of(value(values, "journal")),
                Long.parseLong(value(values, "seed")),
                Integer.parseInt(value(values, "threads")),
                Duration.parse(value(values, "pause")),
                Duration.parse(value(values, "lease")),
                Integer.parseInt(value(values, "maxInFlight")),
                Duration.parse(value(values, "handlerTimeout")),
                value(values, "point"));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The file whose appearance ends its load. */
    public Path quiet() {
        return journal.resolveSibling(name + ".quiet");
    }

    /** The same node with another limit of undelivered events. */
    public NodeSettings owning(int other) {
        return new NodeSettings(name, url, journal, seed, threads, pause, lease, other, handlerTimeout, point);
    }

    /** The same node with something that happens to it. */
    public NodeSettings struckAt(String other) {
        return new NodeSettings(name, url, journal, seed, threads, pause, lease, maxInFlight, handlerTimeout, other);
    }

    /** The same node with another lease. */
    public NodeSettings leasing(Duration other) {
        return new NodeSettings(name, url, journal, seed, threads, pause, other, maxInFlight, handlerTimeout, point);
    }

    /** The same node with another time for its handlers. */
    public NodeSettings timingOut(Duration other) {
        return new NodeSettings(name, url, journal, seed, threads, pause, lease, maxInFlight, other, point);
    }

    /** The same node with another load. */
    public NodeSettings sending(int otherThreads, Duration otherPause) {
        return new NodeSettings(
                name, url, journal, seed, otherThreads, otherPause, lease, maxInFlight, handlerTimeout, point);
    }

    /** In the proportions of the defaults, but retries that a run need not wait for. */
    DeliverySettings delivery() {
        return DeliverySettings.forApplication("chaos")
                .withProcessName(name)
                .withLease(lease, lease.dividedBy(3))
                .withPollInterval(lease.dividedBy(3))
                .withMaxInFlight(maxInFlight)
                .withHandlerConcurrency(4)
                .withRetries(Duration.ofMillis(50), Duration.ofMillis(400))
                .withStopTimeout(Duration.ofSeconds(20))
                .withHandlerTimeout(handlerTimeout)
                .withConnections(6)
                .withListening();
    }
}
