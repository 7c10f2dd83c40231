package io.neuroglia.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_the_smallest_times_that_so_many_do_not_exceed() {
        long[] nanos =
                LongStream.rangeClosed(1, 200).map(millis -> millis * 1_000_000).toArray();

        assertThat(Latencies.of(nanos)).isEqualTo(new Latencies(100, 198, 200));
    }
}
