package io.neuroglia.benchmarks.delivery.rival;

/**
 * What is asked of a system.
 *
 * @param handlers how many listen to each event
 * @param threads how many publish
 * @param effect whether each handler inserts a row in a transaction, else it does nothing
 * @param payload about how many bytes an event has as JSON
 * @param partitions how many days the event table has a partition for; 0 for as many as the library creates
 */
public record Load(int handlers, int threads, boolean effect, int payload, int partitions) {

    /** The load with a small payload and the partitions that the library creates. */
    public Load(int handlers, int threads, boolean effect) {
        this(handlers, threads, effect, OrderPlaced.SMALL, 0);
    }

    /** The same with another number of partitions. */
    public Load withPartitions(int days) {
        return new Load(handlers, threads, effect, payload, days);
    }

    @Override
    public String toString() {
        return handlers
                + (handlers == 1 ? " handler, " : " handlers, ")
                + threads
                + (threads == 1 ? " thread, " : " threads, ")
                + (effect ? "one insert each, " : "no effect, ")
                + payload + " bytes"
                + (partitions == 0 ? "" : ", " + partitions + " partitions");
    }
}
