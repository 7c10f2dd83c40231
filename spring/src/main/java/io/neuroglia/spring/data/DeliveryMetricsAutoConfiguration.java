package io.neuroglia.spring.data;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.Mediator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds the figures of durable delivery to the application's meter registries.
 *
 * @since 0.1
 */
@AutoConfiguration(after = DeliveryAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean({DurableDelivery.class, BacklogReader.class})
public final class DeliveryMetricsAutoConfiguration {

    /** Called by Spring. */
    DeliveryMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    DeliveryMetrics deliveryMetrics(
            DurableDelivery delivery, ObjectProvider<Mediator> mediator, BacklogReader backlog) {
        return new DeliveryMetrics(
                delivery,
                () -> mediator.getObject().subscriptions().stream()
                        .filter(handler -> !handler.isInTransaction())
                        .map(EventSubscription::handlerName)
                        .collect(Collectors.toUnmodifiableSet()),
                backlog);
    }
}
