package io.neuroglia.pizzeria.ordering;

import io.neuroglia.caching.Cached;
import io.neuroglia.message.Query;

/**
 * Reads the short form of an order.
 *
 * @param orderId identifies the order
 * @param includePizzaDetails whether each pizza is wanted
 * @param includeEstimatedTime whether the estimate is wanted
 */
@Cached(seconds = 5, perPrincipal = false)
public record GetOrderSummaryQuery(String orderId, boolean includePizzaDetails, boolean includeEstimatedTime)
        implements Query<OrderSummary> {}
