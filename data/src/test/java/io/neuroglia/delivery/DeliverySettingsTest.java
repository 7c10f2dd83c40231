package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {
    private final DeliverySettings settings = DeliverySettings.forApplication("test");

    @Test
    void a_heartbeat_too_slow_for_the_lease_is_refused_with_its_value() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> settings.withLease(second, second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heartbeat")
                .hasMessageContaining("PT1S");
    }

    @Test
    void a_single_connection_is_refused_because_one_handler_would_have_it() {
        assertThatThrownBy(() -> settings.withConnections(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connections")
                .hasMessageContaining("at least 2");
    }
}
