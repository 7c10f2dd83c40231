package io.neuroglia.data.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.DataUnavailableException;
import io.neuroglia.data.WriteConflictException;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57P04", "53300"})
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
    @CsvSource({
        "53100, disk, stored",
        "53000, resources, overloaded",
        "53200, resources, overloaded",
        "25006, read-only, changed",
        "57014, statement_timeout, too long",
        "25P03, took too long, too long",
        "25P04, took too long, too long",
        "57P05, took too long, too long"
    })
    void a_database_that_cannot_work_is_unavailable_and_says_why(String state, String reason, String advice) {
        RuntimeException failure = SqlFailures.of("Cannot write to t", new SQLException("secret", state));

        assertThat(failure)
                .isInstanceOf(DataUnavailableException.class)
                .hasMessageStartingWith("Cannot write to t, because")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("secret");
        assertThat(((ProblemSource) failure).problem().kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(((ProblemSource) failure).problem().message())
                .contains(advice)
                .contains("try again later")
                .doesNotContain("secret");
    }

    @Test
    void an_outcome_is_found_below_a_frameworks_exception() {
        SQLException refusal = new SQLException("secret", "53100");
        Exception wrapped = new IllegalStateException(new IllegalArgumentException(refusal));

        assertThat(SqlFailures.problemOf(wrapped))
                .hasValue(Problem.of(
                        FailureKind.UNAVAILABLE, "Nothing can be stored at the moment. Please try again later."));
        assertThat(SqlFailures.problemOf(new IllegalStateException(new SQLException("a bug", "42601"))))
                .isEmpty();
        assertThat(SqlFailures.problemOf(new IllegalStateException("a bug"))).isEmpty();
        assertThat(SqlFailures.problemOf(new SQLException("no state"))).isEmpty();
    }

    @Test
    void what_a_pool_says_below_a_frameworks_exception_is_unavailable() {
        Exception rollback = new IllegalStateException("rollback failed", new SQLException("Connection is closed"));

        assertThat(SqlFailures.problemOf(rollback)).map(Problem::kind).hasValue(FailureKind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01", "55P03"})
    void what_another_transaction_caused_is_a_conflict(String state) {
        RuntimeException failure = SqlFailures.of("Cannot write to t", new SQLException("secret", state));

        assertThat(failure).isInstanceOf(WriteConflictException.class).hasMessage("Cannot write to t: secret");
        assertThat(((ProblemSource) failure).problem().message()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23503", "22P02", "25P02", "58030"})
    void any_other_refusal_is_a_failure(String state) {
        SQLException cause = new SQLException("reason", state);

        assertThat(SqlFailures.of("Cannot write to t", cause))
                .isInstanceOf(DataFailureException.class)
                .isNotInstanceOf(ProblemSource.class)
                .hasMessage("Cannot write to t: reason")
                .hasCause(cause);
    }
}
