package io.neuroglia.delivery.administration;

import java.util.UUID;

/**
 * One event for one handler. Immutable; thread-safe.
 *
 * @param eventId of the event
 * @param handler the handler's logical name
 * @since 0.1
 */
public record DeliveryId(UUID eventId, String handler) {
    @Override
    public String toString() {
        return "event " + eventId + " to " + handler;
    }
}
