package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;

/**
 * A bean of this type completes the set-up of durable delivery before it starts: policies of handlers that are functions,
 * and upcasters. Customizers run in their {@link org.springframework.core.annotation.Order}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DeliveryCustomizer {
    /**
     * Adds to the set-up.
     *
     * @param delivery not to be started; the application does this
     */
    void customize(DurableDelivery delivery);
}
