package io.neuroglia.benchmarks.delivery.rival;

import io.neuroglia.message.Command;

/**
 * Places an order.
 *
 * @param order its number
 * @param payload about how many bytes its event has
 */
public record PlaceOrder(int order, int payload) implements Command<Void> {}
