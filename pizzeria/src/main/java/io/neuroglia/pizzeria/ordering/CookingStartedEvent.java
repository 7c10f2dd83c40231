package io.neuroglia.pizzeria.ordering;

import io.neuroglia.message.DomainEvent;
import java.time.Instant;

/**
 * The kitchen began to cook an order.
 *
 * @param orderId identifies the order
 * @param kitchenStaffId who cooks
 * @param startedAt when it began
 * @param estimatedCompletion when it is expected to be ready
 */
public record CookingStartedEvent(String orderId, String kitchenStaffId, Instant startedAt, Instant estimatedCompletion)
        implements DomainEvent {}
