package io.neuroglia.pizzeria.ordering;

import io.neuroglia.caching.Cached;
import io.neuroglia.message.Query;

/**
 * Reads where an order and its pizzas stand.
 *
 * @param orderId identifies the order
 */
@Cached(seconds = 5, perPrincipal = false)
public record GetOrderStatusQuery(String orderId) implements Query<OrderProgress> {}
