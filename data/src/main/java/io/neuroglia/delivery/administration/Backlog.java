package io.neuroglia.delivery.administration;

import java.time.Duration;

/**
 * How much is unfinished with one handler in one state. Immutable; thread-safe.
 *
 * @param handler the handler's logical name
 * @param state how far the deliveries have come
 * @param deliveries how many, at least one
 * @param oldest how long ago the oldest one's event was stored
 * @since 0.1
 */
public record Backlog(String handler, DeliveryState state, long deliveries, Duration oldest) {}
