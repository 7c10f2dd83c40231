package io.neuroglia.benchmarks.delivery;

/**
 * What one run showed.
 *
 * @param events how many were published
 * @param handlers how many each was delivered to
 * @param seconds from the first publication until all deliveries were noted as finished
 * @param statements that the database ran for each event, without begin and commit
 * @param commits of transactions, for each event
 * @param walBytes that the database logged for each event
 * @param latencies from commit to the beginning of each delivery
 * @param allocatedBytes for each event, by the whole JVM
 * @param heapBytes the most in use after a collection; 0 if there was none
 */
record Measurement(
        int events,
        int handlers,
        double seconds,
        double statements,
        double commits,
        double walBytes,
        Latencies latencies,
        double allocatedBytes,
        long heapBytes) {

    double eventsPerSecond() {
        return events / seconds;
    }

    double deliveriesPerSecond() {
        return eventsPerSecond() * handlers;
    }
}
