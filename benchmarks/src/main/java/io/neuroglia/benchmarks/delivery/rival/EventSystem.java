package io.neuroglia.benchmarks.delivery.rival;

/** One side of the comparison, while it runs. Thread-safe. */
public interface EventSystem extends AutoCloseable {
    /** Inserts a business row and stores an event, in one transaction. */
    void place(int order) throws Exception;

    /** The condition in SQL that all deliveries are noted as finished. */
    String drained();

    /** Stops it and gives its connections back; does nothing the second time. */
    @Override
    void close();
}
