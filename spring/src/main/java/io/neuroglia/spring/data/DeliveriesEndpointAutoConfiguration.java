package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Adds the actuator endpoint {@code deliveries}, where it is exposed.
 *
 * @since 0.1
 */
@AutoConfiguration(after = DeliveryAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(DurableDelivery.class)
@ConditionalOnAvailableEndpoint(DeliveriesEndpoint.class)
@EnableConfigurationProperties(DeliveriesEndpointProperties.class)
public final class DeliveriesEndpointAutoConfiguration {

    /** Called by Spring. */
    DeliveriesEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    DeliveriesEndpoint deliveriesEndpoint(DurableDelivery delivery, DeliveriesEndpointProperties properties) {
        return new DeliveriesEndpoint(delivery.administration(), properties);
    }
}
