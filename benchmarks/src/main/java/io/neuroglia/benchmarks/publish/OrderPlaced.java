package io.neuroglia.benchmarks.publish;

/**
 * An event.
 *
 * @param pizzas how many were ordered
 */
record OrderPlaced(int pizzas) {}
