package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.RowWrites.Writes;
import java.util.Map;

/**
 * What one run showed.
 *
 * @param events how many were published
 * @param handlers how many each was delivered to
 * @param seconds from the first publication until all deliveries were noted as finished
 * @param latencies from commit to the beginning of each delivery
 * @param costs what each event cost
 * @param writes rows written to each table for each event, those that came before the measurement included
 */
record Measurement(
        int events, int handlers, double seconds, Latencies latencies, Costs costs, Map<String, Writes> writes) {

    double eventsPerSecond() {
        return events / seconds;
    }

    double deliveriesPerSecond() {
        return eventsPerSecond() * handlers;
    }

    /**
     * What each event cost on the average.
     *
     * @param statements that the database ran, without begin and commit
     * @param commits of transactions, those that came before the measurement included
     * @param walBytes that the database logged
     * @param allocatedBytes by the whole JVM
     * @param heapBytes the most in use after a collection, of all events together; 0 if there was none
     */
    record Costs(double statements, double commits, double walBytes, double allocatedBytes, long heapBytes) {}
}
