package io.neuroglia.pizzeria.ordering;

import io.neuroglia.pizzeria.money.Money;
import java.time.Instant;

/**
 * What a customer gets for an order.
 *
 * @param orderId identifies the order
 * @param totalAmount what it costs
 * @param estimatedReadyTime when it is expected to be ready
 */
public record OrderReceipt(String orderId, Money totalAmount, Instant estimatedReadyTime) {}
