package io.neuroglia.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.benchmarks.message.Request0000;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WiringTest {

    @ParameterizedTest
    @EnumSource
    void the_first_request_is_answered(Wiring wiring) {
        assertThat(wiring.answer(new Request0000("hello")).data()).isEqualTo("hello");
    }
}
