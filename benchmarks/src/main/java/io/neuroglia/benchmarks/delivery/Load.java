package io.neuroglia.benchmarks.delivery;

/**
 * What is asked of a system.
 *
 * @param handlers how many listen to each event
 * @param threads how many publish
 * @param effect whether each handler inserts a row in a transaction, else it does nothing
 */
record Load(int handlers, int threads, boolean effect) {
    @Override
    public String toString() {
        return handlers
                + (handlers == 1 ? " handler, " : " handlers, ")
                + threads
                + (threads == 1 ? " thread, " : " threads, ")
                + (effect ? "one insert each" : "no effect");
    }
}
