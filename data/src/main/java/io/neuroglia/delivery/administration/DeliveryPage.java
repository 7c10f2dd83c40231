package io.neuroglia.delivery.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of deliveries. Immutable; thread-safe.
 *
 * @param deliveries the oldest event first
 * @param next where the following page begins; null if this is the last
 * @since 0.1
 */
public record DeliveryPage(
        List<OpenDelivery> deliveries, @Nullable String next) {
    /** Copies the list. */
    public DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
