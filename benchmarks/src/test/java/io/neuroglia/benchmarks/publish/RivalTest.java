package io.neuroglia.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RivalTest {

    @ParameterizedTest
    @EnumSource
    void every_listener_is_told_once_and_no_other(Rival rival) throws Exception {
        for (int count = 1; count <= 3; count++) {
            Listeners listeners = new Listeners();
            Publisher publisher = rival.prepare(listeners.first(count));

            publisher.publish(new OrderPlaced(5));

            assertThat(listeners.pizzas()).isEqualTo(5L * count);
        }
    }
}
