package io.neuroglia.benchmarks.delivery;

/** One side of the comparison, while it runs. Thread-safe. */
interface EventSystem extends AutoCloseable {
    /** Inserts a business row and stores an event, in one transaction. */
    void place(int order) throws Exception;

    /** The condition in SQL that all deliveries are noted as finished. */
    String drained();

    /** Stops it and gives its connections back. */
    @Override
    void close();
}
