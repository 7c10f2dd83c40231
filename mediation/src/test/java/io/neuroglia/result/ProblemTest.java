package io.neuroglia.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    private static final Problem FULL = Problem.of(FailureKind.UNAVAILABLE, "Kitchen is full");
    private static final FieldError NO_NAME = new FieldError("name", "Name required");

    @Test
    void a_problem_has_a_kind_and_a_message_and_nothing_else_at_first() {
        assertThat(FULL.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(FULL.message()).isEqualTo("Kitchen is full");
        assertThat(FULL.errors()).isEmpty();
        assertThat(FULL.retryAfter()).isEmpty();
        assertThat(FULL.extensions()).isEmpty();
    }

    @Test
    void each_addition_makes_a_new_problem() {
        Problem more = FULL.withRetryAfter(Duration.ofMinutes(45))
                .withError(NO_NAME)
                .withExtension("waiting", 12)
                .withExtension("ovens", 2)
                .withExtension("waiting", 13);

        assertThat(more.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(more.message()).isEqualTo("Kitchen is full");
        assertThat(more.retryAfter()).contains(Duration.ofMinutes(45));
        assertThat(more.errors()).containsExactly(NO_NAME);
        assertThat(more.extensions()).containsExactly(Map.entry("waiting", 13), Map.entry("ovens", 2));
        assertThat(FULL).isEqualTo(Problem.of(FailureKind.UNAVAILABLE, "Kitchen is full"));
    }

    @Test
    void a_validation_problem_says_its_first_error() {
        Problem problem = Problem.validation(List.of(NO_NAME, new FieldError("age", "Too young")));

        assertThat(problem.kind()).isEqualTo(FailureKind.VALIDATION);
        assertThat(problem.message()).isEqualTo("Name required");
        assertThat(problem.errors()).containsExactly(NO_NAME, new FieldError("age", "Too young"));
    }

    @Test
    void a_validation_problem_without_errors_is_refused() {
        assertThatThrownBy(() -> Problem.validation(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one field error");
    }

    @Test
    void what_it_was_made_of_can_change_without_changing_it() {
        List<FieldError> errors = new ArrayList<>(List.of(NO_NAME));
        Problem problem = Problem.validation(errors).withExtension("ovens", 2);

        errors.clear();

        assertThat(problem.errors()).containsExactly(NO_NAME);
        assertThatThrownBy(() -> problem.errors().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> problem.extensions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_retry_that_is_not_in_the_future_is_refused(int seconds) {
        assertThatThrownBy(() -> FULL.withRetryAfter(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Duration.ofSeconds(seconds).toString());
    }

    @Test
    void missing_parts_are_named() {
        assertThatThrownBy(() -> Problem.of(null, "No")).hasMessage("kind");
        assertThatThrownBy(() -> Problem.of(FailureKind.CONFLICT, null)).hasMessage("message");
        assertThatThrownBy(() -> FULL.withError(null)).hasMessage("error");
        assertThatThrownBy(() -> FULL.withExtension(null, 1)).hasMessage("name");
        assertThatThrownBy(() -> FULL.withExtension("ovens", null)).hasMessage("value");
        assertThatThrownBy(() -> new FieldError(null, "No")).hasMessage("field");
        assertThatThrownBy(() -> new FieldError("name", null)).hasMessage("message");
    }

    @Test
    void equality_regards_every_part() {
        Problem same = Problem.of(FailureKind.UNAVAILABLE, "Kitchen is full");

        assertThat(same).isEqualTo(FULL).hasSameHashCodeAs(FULL);
        assertThat(Problem.of(FailureKind.CONFLICT, "Kitchen is full")).isNotEqualTo(FULL);
        assertThat(Problem.of(FailureKind.UNAVAILABLE, "Closed")).isNotEqualTo(FULL);
        assertThat(FULL.withError(NO_NAME)).isNotEqualTo(FULL);
        assertThat(FULL.withRetryAfter(Duration.ofSeconds(1))).isNotEqualTo(FULL);
        assertThat(FULL.withExtension("ovens", 2)).isNotEqualTo(FULL);
        assertThat(FULL).isNotEqualTo("UNAVAILABLE: Kitchen is full");
    }

    @Test
    void its_text_counts_the_field_errors() {
        assertThat(FULL).hasToString("UNAVAILABLE: Kitchen is full");
        assertThat(FULL.withError(NO_NAME)).hasToString("UNAVAILABLE: Kitchen is full (1 field errors)");
    }
}
