package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.Schedule.Disturbance;
import io.neuroglia.chaos.Schedule.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration SHORT = Duration.ofSeconds(15);

    @Test
    void one_seed_gives_one_schedule() {
        assertThat(Schedule.of(7, SHORT, 3)).isEqualTo(Schedule.of(7, SHORT, 3)).isNotEqualTo(Schedule.of(8, SHORT, 3));
    }

    @Test
    void a_short_run_has_every_kind_of_disturbance() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(Schedule.of(seed, SHORT, 3).disturbances())
                    .extracting(Disturbance::kind)
                    .contains(Kind.values());
        }
    }
}
