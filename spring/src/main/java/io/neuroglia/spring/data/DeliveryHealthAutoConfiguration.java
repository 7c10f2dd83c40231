package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Adds durable delivery to the application's health, as {@code delivery}.
 *
 * @since 0.1
 */
@AutoConfiguration(after = DeliveryAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({DurableDelivery.class, BacklogReader.class})
@ConditionalOnEnabledHealthIndicator("delivery")
public final class DeliveryHealthAutoConfiguration {

    /** Called by Spring. */
    DeliveryHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "deliveryHealthIndicator")
    DeliveryHealthIndicator deliveryHealthIndicator(DurableDelivery delivery, BacklogReader backlog) {
        return new DeliveryHealthIndicator(delivery, backlog);
    }
}
