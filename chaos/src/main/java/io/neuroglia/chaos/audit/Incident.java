package io.neuroglia.chaos.audit;

import java.time.Duration;

/**
 * Something after which an effect outside of the database may happen again.
 *
 * @param node which process it befell; empty for all, because it befell the database
 * @param from when it began, by the machine's monotonic clock
 * @param until when its consequences ended; a pool may hand out a dead connection for a while
 * @param kind what it was
 */
public record Incident(String node, long from, long until, String kind) {
    private static final long CONSEQUENCES = Duration.ofSeconds(3).toNanos();

    /** Something that befalls a process now. */
    public static Incident now(String node, String kind) {
        return since(System.nanoTime(), node, kind);
    }

    /** Something that befalls the database now, and so all processes. */
    public static Incident ofDatabase(String kind) {
        return now("", kind);
    }

    /** Something that began then and ends now. */
    public static Incident since(long from, String node, String kind) {
        return new Incident(node, from, System.nanoTime() + CONSEQUENCES, kind);
    }

    boolean concerns(String process) {
        return node.isEmpty() || node.equals(process);
    }
}
