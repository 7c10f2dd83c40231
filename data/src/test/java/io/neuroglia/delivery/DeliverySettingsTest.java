package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "8, 60000", "1000, 60000"})
    void the_pause_doubles_up_to_the_longest(int failedAttempts, long millis) {
        assertThat(DeliverySettings.defaults().retryAfter(failedAttempts, 0.0)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void jitter_shortens_a_pause_by_a_quarter_at_most() {
        assertThat(DeliverySettings.defaults().retryAfter(2, 1.0)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void a_heartbeat_too_slow_for_the_lease_is_refused_with_its_value() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new DeliverySettings(
                        "p", second, second, second, 1, 1, second, second, Duration.ofDays(1), second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heartbeat")
                .hasMessageContaining("PT1S");
    }
}
