package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliverySettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {
    @Test
    void what_is_not_set_is_as_the_library_has_it() {
        assertThat(bound(Map.of()).settings()).isEqualTo(DeliverySettings.defaults());
        assertThat(bound(Map.of()).enabled()).isTrue();
    }

    @Test
    void everything_can_be_set() {
        DeliveryProperties properties = bound(Map.of(
                "neuroglia.delivery.process-name", "kitchen",
                "neuroglia.delivery.lease", "10s",
                "neuroglia.delivery.heartbeat", "2s",
                "neuroglia.delivery.poll-interval", "250ms",
                "neuroglia.delivery.max-in-flight", "50",
                "neuroglia.delivery.handler-concurrency", "3",
                "neuroglia.delivery.first-retry", "100ms",
                "neuroglia.delivery.max-retry", "5s",
                "neuroglia.delivery.retention", "30d",
                "neuroglia.delivery.stop-timeout", "4s"));

        assertThat(properties.settings())
                .isEqualTo(new DeliverySettings(
                        "kitchen",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(250),
                        50,
                        3,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        Duration.ofDays(30),
                        Duration.ofSeconds(4)));
    }

    private static DeliveryProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("neuroglia.delivery", DeliveryProperties.class);
    }
}
