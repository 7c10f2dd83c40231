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
        assertThat(bound(Map.of()).settings(null)).isEqualTo(DeliverySettings.defaults());
        assertThat(bound(Map.of()).enabled()).isTrue();
        assertThat(bound(Map.of()).backlogInterval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everything_can_be_set() {
        DeliveryProperties properties = bound(Map.ofEntries(
                Map.entry("neuroglia.delivery.process-name", "kitchen"),
                Map.entry("neuroglia.delivery.lease", "10s"),
                Map.entry("neuroglia.delivery.heartbeat", "2s"),
                Map.entry("neuroglia.delivery.poll-interval", "250ms"),
                Map.entry("neuroglia.delivery.max-in-flight", "50"),
                Map.entry("neuroglia.delivery.handler-concurrency", "3"),
                Map.entry("neuroglia.delivery.first-retry", "100ms"),
                Map.entry("neuroglia.delivery.max-retry", "5s"),
                Map.entry("neuroglia.delivery.retention", "30d"),
                Map.entry("neuroglia.delivery.stop-timeout", "4s"),
                Map.entry("neuroglia.delivery.max-attempts", "7"),
                Map.entry("neuroglia.delivery.handler-timeout", "20s"),
                Map.entry("neuroglia.delivery.connections", "3"),
                Map.entry("neuroglia.delivery.listen", "true")));

        assertThat(properties.settings(40))
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
                        Duration.ofSeconds(4),
                        7,
                        Duration.ofSeconds(20),
                        3,
                        true));
    }

    @Test
    void deliveries_use_half_of_the_pool() {
        assertThat(bound(Map.of()).settings(40).connections()).isEqualTo(20);
        assertThat(bound(Map.of()).settings(1).connections()).isEqualTo(1);
    }

    private static DeliveryProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("neuroglia.delivery", DeliveryProperties.class);
    }
}
