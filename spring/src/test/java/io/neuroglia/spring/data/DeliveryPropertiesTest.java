package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DeliverySettings.SchemaManagement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {
    @Test
    void what_is_not_set_is_as_the_library_has_it() {
        assertThat(bound(Map.of()).settings(() -> "shop", null))
                .hasToString(DeliverySettings.forApplication("shop").toString());
        assertThat(bound(Map.of()).enabled()).isTrue();
        assertThat(bound(Map.of()).backlogInterval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everything_can_be_set() {
        DeliveryProperties properties = bound(Map.ofEntries(
                Map.entry("neuroglia.delivery.application", "pizzeria"),
                Map.entry("neuroglia.delivery.schema", "pizzeria_delivery"),
                Map.entry("neuroglia.delivery.schema-management", "check"),
                Map.entry("neuroglia.delivery.batch", "9"),
                Map.entry("neuroglia.delivery.abandoned-calls", "4"),
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

        assertThat(properties.settings(() -> "shop", 40))
                .hasToString(DeliverySettings.forApplication("pizzeria")
                        .withSchema("pizzeria_delivery")
                        .withSchemaManagement(SchemaManagement.CHECK)
                        .withProcessName("kitchen")
                        .withLease(Duration.ofSeconds(10), Duration.ofSeconds(2))
                        .withPollInterval(Duration.ofMillis(250))
                        .withMaxInFlight(50)
                        .withHandlerConcurrency(3)
                        .withBatch(9)
                        .withRetries(Duration.ofMillis(100), Duration.ofSeconds(5))
                        .withRetention(Duration.ofDays(30))
                        .withStopTimeout(Duration.ofSeconds(4))
                        .withMaxAttempts(7)
                        .withHandlerTimeout(Duration.ofSeconds(20))
                        .withAbandonedCalls(4)
                        .withConnections(3)
                        .withListening()
                        .toString());
    }

    @Test
    void deliveries_use_half_of_the_pool() {
        assertThat(bound(Map.of()).settings(() -> "shop", 40).toString()).contains("connections=20");
        assertThat(bound(Map.of()).settings(() -> "shop", 1).toString()).contains("connections=2");
    }

    private static DeliveryProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("neuroglia.delivery", DeliveryProperties.class);
    }
}
