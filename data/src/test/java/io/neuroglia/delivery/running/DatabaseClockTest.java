package io.neuroglia.delivery.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2000-01-01T12:00:00Z");

    private final DatabaseClock clock = new DatabaseClock();

    @Test
    void before_the_first_answer_nothing_is_known() {
        assertThat(clock.since(NOON)).isNull();
    }

    @Test
    void time_passes_by_the_clock_of_the_database_whatever_that_of_the_node_says() {
        long now = System.nanoTime();
        clock.answered(NOON.plusSeconds(5), now - 2_000_000, now);

        assertThat(clock.since(NOON)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
        assertThat(clock.since(NOON.plusHours(1))).isEqualTo(Duration.ZERO);
    }
}
