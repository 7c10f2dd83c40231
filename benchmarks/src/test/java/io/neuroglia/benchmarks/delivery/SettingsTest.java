package io.neuroglia.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void words_choose_rivals_and_loads() {
        Settings settings = Settings.parse(
                "rivals=starter,db-scheduler", "threads=1", "effects=true", "payload=300", "partitions=12,37");

        assertThat(settings.rivals()).containsExactly(Rival.STARTER, Rival.DB_SCHEDULER);
        assertThat(settings.loads()).containsExactly(new Load(3, 1, true, 300, 12), new Load(3, 1, true, 300, 37));
    }

    @Test
    void the_first_payload_and_partitions_make_the_plain_loads() {
        Settings settings = Settings.parse("threads=1,16", "effects=false", "payload=3000,300", "partitions=37,12");

        assertThat(settings.plainLoads())
                .containsExactly(new Load(3, 1, false, 3_000, 37), new Load(3, 16, false, 3_000, 37));
    }

    @Test
    void a_word_without_a_meaning_is_refused() {
        assertThatThrownBy(() -> Settings.parse("thread=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thread=1");
    }
}
