package io.neuroglia.spring.data;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.spring.mediation.MediatorAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Delivers stored events to the mediator's handlers while the application runs.
 *
 * @since 0.1
 */
@AutoConfiguration(after = {DataAutoConfiguration.class, MediatorAutoConfiguration.class})
@ConditionalOnBean({DurableDelivery.class, Mediator.class})
@EnableConfigurationProperties(DeliveryProperties.class)
public final class DeliveryAutoConfiguration {

    /** Called by Spring. */
    DeliveryAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    DeliveryLifecycle deliveryLifecycle(DurableDelivery delivery, Mediator mediator) {
        return new DeliveryLifecycle(delivery, mediator);
    }

    @Bean
    @ConditionalOnMissingBean
    BacklogReader backlogReader(DurableDelivery delivery, DeliveryProperties properties) {
        return new BacklogReader(
                () -> delivery.administration().backlog(), properties.backlogInterval(), System::nanoTime);
    }
}
