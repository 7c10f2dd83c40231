package io.neuroglia.pizzeria.ordering;

import io.neuroglia.message.Query;

/**
 * Reads where an order and its pizzas stand.
 *
 * @param orderId identifies the order
 */
public record GetOrderStatusQuery(String orderId) implements Query<OrderProgress> {}
