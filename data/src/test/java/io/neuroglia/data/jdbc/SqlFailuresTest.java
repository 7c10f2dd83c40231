package io.neuroglia.data.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.result.ProblemSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void a_lost_or_refused_connection_is_unavailable(String state) {
        SQLException cause = new SQLException("secret", state);

        RuntimeException failure = SqlFailures.of("Cannot write", cause);

        assertThat(failure)
                .isInstanceOf(DataUnavailableException.class)
                .hasCause(cause)
                .hasMessageContaining("secret");
        assertThat(((ProblemSource) failure).problem().message()).doesNotContain("secret");
    }

    @Test
    void a_pool_without_a_connection_is_unavailable() {
        assertThat(SqlFailures.of("Cannot write", new SQLTransientConnectionException("time-out", "42000")))
                .isInstanceOf(DataUnavailableException.class);
        assertThat(SqlFailures.of("Cannot write", new SQLException("Connection is closed")))
                .isInstanceOf(DataUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01"})
    void what_another_transaction_caused_is_a_conflict(String state) {
        RuntimeException failure = SqlFailures.of("Cannot write to t", new SQLException("secret", state));

        assertThat(failure).isInstanceOf(WriteConflictException.class).hasMessage("Cannot write to t: secret");
        assertThat(((ProblemSource) failure).problem().message()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23503", "22P02", "25P02", "57014"})
    void any_other_refusal_is_a_failure(String state) {
        SQLException cause = new SQLException("reason", state);

        assertThat(SqlFailures.of("Cannot write to t", cause))
                .isInstanceOf(DataFailureException.class)
                .isNotInstanceOf(ProblemSource.class)
                .hasMessage("Cannot write to t: reason")
                .hasCause(cause);
    }
}
