package io.neuroglia.benchmarks.publish;

/** Tells an event to its listeners. There is one in each forked JVM, so calling it costs the same nothing for all. */
@FunctionalInterface
interface Publisher {
    /** Tells the event to all of them before it returns. */
    void publish(OrderPlaced event) throws Exception;
}
