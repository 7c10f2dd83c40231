package io.neuroglia.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.OperationResult.Failure;
import io.neuroglia.result.OperationResult.Success;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationResultTest {

    private static final OperationResult<Integer> FOUR = OperationResult.ok(4);
    private static final OperationResult<Integer> LOST = OperationResult.notFound("No number");
    private static final Problem NO_NUMBER = Problem.of(FailureKind.NOT_FOUND, "No number");

    @Nested
    class Factories {

        static Stream<Arguments> successes() {
            return Stream.of(
                    Arguments.of(OperationResult.ok("data"), SuccessKind.OK),
                    Arguments.of(OperationResult.created("data"), SuccessKind.CREATED),
                    Arguments.of(OperationResult.accepted("data"), SuccessKind.ACCEPTED));
        }

        @ParameterizedTest
        @MethodSource("successes")
        void a_success_has_its_kind_and_its_data(OperationResult<String> result, SuccessKind kind) {
            assertThat(result).isEqualTo(new Success<>(kind, "data"));
            assertThat(result.isSuccess()).isTrue();
            assertThat(result.data()).isEqualTo("data");
            assertThat(result.errorMessage()).isEmpty();
        }

        static Stream<Arguments> failures() {
            return Stream.of(
                    Arguments.of(OperationResult.badRequest("No"), FailureKind.BAD_REQUEST),
                    Arguments.of(OperationResult.unauthorized("No"), FailureKind.UNAUTHORIZED),
                    Arguments.of(OperationResult.forbidden("No"), FailureKind.FORBIDDEN),
                    Arguments.of(OperationResult.notFound("No"), FailureKind.NOT_FOUND),
                    Arguments.of(OperationResult.conflict("No"), FailureKind.CONFLICT),
                    Arguments.of(OperationResult.internalServerError("No"), FailureKind.INTERNAL),
                    Arguments.of(OperationResult.internalError("No"), FailureKind.INTERNAL),
                    Arguments.of(OperationResult.serviceUnavailable("No"), FailureKind.UNAVAILABLE),
                    Arguments.of(OperationResult.serviceUnavailable("No", null), FailureKind.UNAVAILABLE));
        }

        @ParameterizedTest
        @MethodSource("failures")
        void a_failure_has_its_kind_and_its_message(OperationResult<String> result, FailureKind kind) {
            assertThat(result).isEqualTo(OperationResult.failure(Problem.of(kind, "No")));
            assertThat(result.isSuccess()).isFalse();
            assertThat(result.errorMessage()).contains("No");
        }

        @Test
        void no_content_is_a_success_without_data() {
            OperationResult<Void> result = OperationResult.noContent();

            assertThat(result.isSuccess()).isTrue();
            assertThat(result.data()).isNull();
            assertThat(result.errorMessage()).isEmpty();
            assertThat(result).isEqualTo(new Success<Void>(SuccessKind.NO_CONTENT, null));
        }

        @Test
        void a_validation_error_of_the_whole_request_has_no_field() {
            assertThat(problemOf(OperationResult.validationError("Empty order")))
                    .isEqualTo(Problem.validation(List.of(new FieldError("", "Empty order"))));
        }

        @Test
        void a_validation_error_names_its_fields() {
            List<FieldError> errors = List.of(new FieldError("a", "First"), new FieldError("b", "Second"));

            Problem problem = problemOf(OperationResult.validationError(errors));

            assertThat(problem.kind()).isEqualTo(FailureKind.VALIDATION);
            assertThat(problem.message()).isEqualTo("First");
            assertThat(problem.errors()).isEqualTo(errors);
        }

        @Test
        void too_many_requests_and_unavailable_say_when_to_come_back() {
            Duration later = Duration.ofSeconds(30);

            Problem limited = problemOf(OperationResult.tooManyRequests("Slow down", later));
            Problem full = problemOf(OperationResult.serviceUnavailable("Full", later));

            assertThat(limited.kind()).isEqualTo(FailureKind.TOO_MANY_REQUESTS);
            assertThat(limited.retryAfter()).contains(later);
            assertThat(full.retryAfter()).contains(later);
        }

        @Test
        void a_success_without_data_is_refused_and_the_remedy_named() {
            assertThatThrownBy(() -> OperationResult.ok(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("noContent()");
        }

        @Test
        void no_content_with_data_is_refused() {
            assertThatThrownBy(() -> new Success<>(SuccessKind.NO_CONTENT, "data"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ok()");
        }

        @Test
        void kind_and_problem_are_needed() {
            assertThatThrownBy(() -> new Success<>(null, "data")).hasMessage("kind");
            assertThatThrownBy(() -> OperationResult.failure(null)).hasMessage("problem");
        }
    }

    @Nested
    class Mapping {

        @Test
        void map_converts_the_data_and_keeps_the_kind() {
            assertThat(FOUR.map(number -> "n" + number)).isEqualTo(OperationResult.ok("n4"));
            assertThat(OperationResult.created(4).map(number -> "n" + number)).isEqualTo(OperationResult.created("n4"));
        }

        @Test
        void map_leaves_a_failure_as_it_is() {
            assertThat(LOST.map(Mapping::unexpected)).isSameAs(LOST);
        }

        @Test
        void map_to_nothing_is_refused() {
            assertThatThrownBy(() -> FOUR.map(number -> null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("needs data");
        }

        @Test
        void data_that_follows_on_no_content_is_an_ordinary_success() {
            assertThat(OperationResult.noContent().map(nothing -> "done")).isEqualTo(OperationResult.ok("done"));
            assertThat(OperationResult.noContent().map(Function.identity())).isEqualTo(OperationResult.noContent());
        }

        @Test
        void flat_map_goes_on_with_the_next_step() {
            assertThat(FOUR.flatMap(number -> OperationResult.created("n" + number)))
                    .isEqualTo(OperationResult.created("n4"));
            assertThat(FOUR.flatMap(number -> OperationResult.<String>conflict("Taken")))
                    .isEqualTo(OperationResult.conflict("Taken"));
            assertThat(OperationResult.noContent().flatMap(nothing -> FOUR)).isEqualTo(FOUR);
        }

        @Test
        void flat_map_skips_the_step_after_a_failure() {
            OperationResult<String> skipped = LOST.flatMap(Mapping::unexpected);
            assertThat(skipped).isSameAs(LOST);
        }

        @SuppressWarnings("TypeParameterUnusedInFormals") // stands for a step of any type that must not run
        private static <R> R unexpected(Object value) {
            throw new AssertionError("called with " + value);
        }
    }

    @Nested
    class Unwrapping {

        @Test
        void fold_takes_the_side_that_fits() {
            assertThat(FOUR.<String>fold(number -> "n" + number, Problem::message))
                    .isEqualTo("n4");
            assertThat(LOST.<String>fold(number -> "n" + number, Problem::message))
                    .isEqualTo("No number");
        }

        @Test
        void recover_offers_a_second_way_after_a_failure_only() {
            assertThat(FOUR.recover(problem -> OperationResult.ok(0))).isSameAs(FOUR);
            assertThat(LOST.recover(problem -> OperationResult.ok(0))).isEqualTo(OperationResult.ok(0));
            assertThat(LOST.recover(problem -> OperationResult.conflict(problem.message() + "!")))
                    .isEqualTo(OperationResult.conflict("No number!"));
        }

        @Test
        void or_else_throw_gives_the_data_or_the_callers_exception() {
            assertThat(FOUR.orElseThrow(problem -> new NoSuchElementException(problem.message())))
                    .isEqualTo(4);
            assertThatThrownBy(() -> LOST.orElseThrow(problem -> new NoSuchElementException(problem.message())))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("No number");
        }

        @Test
        void the_data_of_a_failure_cannot_be_had_and_the_exception_names_the_problem() {
            assertThatThrownBy(LOST::data)
                    .isInstanceOfSatisfying(
                            OperationFailedException.class,
                            exception -> assertThat(exception.problem()).isEqualTo(NO_NUMBER))
                    .hasMessageContaining("NOT_FOUND: No number")
                    .hasMessageContaining("isSuccess()");
        }

        @Test
        void a_switch_sees_both_sides() {
            assertThat(describe(FOUR)).isEqualTo("OK 4");
            assertThat(describe(LOST)).isEqualTo("No number");
        }

        private static String describe(OperationResult<Integer> result) {
            return switch (result) {
                case Success<Integer>(var kind, var data) -> kind + " " + data;
                case Failure<Integer>(var problem) -> problem.message();
            };
        }
    }

    @Nested
    class Being_a_value {

        @Test
        void equal_parts_make_equal_results() {
            assertThat(OperationResult.ok(4)).isEqualTo(FOUR).hasSameHashCodeAs(FOUR);
            assertThat(OperationResult.created(4)).isNotEqualTo(FOUR);
            assertThat(OperationResult.<Integer>notFound("No number"))
                    .isEqualTo(LOST)
                    .hasSameHashCodeAs(LOST);
            assertThat(OperationResult.<Integer>conflict("No number")).isNotEqualTo(LOST);
        }

        @Test
        void its_text_never_holds_the_data() {
            assertThat(OperationResult.created("Ada Lovelace")).hasToString("Success[CREATED String]");
            assertThat(OperationResult.noContent()).hasToString("Success[NO_CONTENT]");
            assertThat(LOST).hasToString("Failure[problem=NOT_FOUND: No number]");
        }
    }

    private static Problem problemOf(OperationResult<?> result) {
        return ((Failure<?>) result).problem();
    }
}
