package io.neuroglia.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.benchmarks.delivery.Results.Run;
import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void a_rival_without_partitions_is_measured_once_for_all_of_them() {
        Load few = new Load(3, 16, true, 300, 12);
        Load many = few.withPartitions(37);

        Results results = new Results(List.of(few, many), List.of(Rival.STARTER, Rival.MODULITH));

        assertThat(results.runs())
                .containsExactly(
                        new Run(Rival.STARTER, few),
                        new Run(Rival.MODULITH, few.withPartitions(0)),
                        new Run(Rival.STARTER, many));
        assertThat(results.of(Rival.MODULITH, many)).isSameAs(results.of(Rival.MODULITH, few));
    }
}
