package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {
    @Test
    void a_heartbeat_too_slow_for_the_lease_is_refused_with_its_value() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new DeliverySettings(
                        "p",
                        second,
                        second,
                        second,
                        1,
                        1,
                        second,
                        second,
                        Duration.ofDays(1),
                        second,
                        1,
                        second,
                        1,
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heartbeat")
                .hasMessageContaining("PT1S");
    }
}
