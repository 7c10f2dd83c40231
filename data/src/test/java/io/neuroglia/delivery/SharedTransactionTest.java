package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTransactionTest {
    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01", "40001"})
    void it_gave_way_when_the_database_says_that_somebody_was_in_the_way(String state) {
        IllegalStateException failure =
                new IllegalStateException("Cannot commit", new SQLException("in the way", state));

        assertThat(SharedTransaction.gaveWay(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", ""})
    void it_did_not_give_way_when_it_failed_otherwise(String state) {
        SQLException failure = new SQLException("a mistake", state.isEmpty() ? null : state);

        assertThat(SharedTransaction.gaveWay(failure)).isFalse();
    }
}
