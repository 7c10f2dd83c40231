package io.neuroglia.behavior.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.Query;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import io.neuroglia.validation.Validatable;
import io.neuroglia.validation.ValidationResult;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValidationBehaviorTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final ValidationBehavior behavior = new ValidationBehavior(FACTORY.getValidator());
    private final List<Request<?>> handled = new ArrayList<>();

    @AfterAll
    static void close_factory() {
        FACTORY.close();
    }

    @Test
    void a_valid_request_reaches_its_handler() {
        Subscribe request = new Subscribe("ada@example.org", "Ada");

        assertThat(send(Subscribe.class, request)).isEqualTo(OperationResult.ok("handled"));
        assertThat(handled).containsExactly(request);
    }

    @Test
    void an_invalid_request_is_refused_before_its_handler() {
        OperationResult<String> result = send(Subscribe.class, new Subscribe("ada@example.org", " "));

        assertThat(result).isEqualTo(refused(new FieldError("name", "Name required")));
        assertThat(handled).isEmpty();
    }

    @Test
    void what_the_validator_throws_reaches_the_caller() {
        assertThatThrownBy(() -> send(Broken.class, new Broken("x"))).isInstanceOf(ValidationException.class);

        assertThat(handled).isEmpty();
    }

    @Test
    void it_stands_in_the_stage_of_validation() {
        assertThat(behavior.stage()).isEqualTo(Stage.VALIDATE);
    }

    @Test
    void a_missing_validator_is_refused() {
        assertThatThrownBy(() -> new ValidationBehavior(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("validator");
    }

    @Nested
    class Applying {

        @Test
        void it_applies_to_constraints_alone_and_to_own_rules_alone() {
            assertThat(behavior.appliesTo(Broken.class)).isTrue();
            assertThat(behavior.appliesTo(Book.class)).isTrue();
        }

        @Test
        void a_request_without_any_rule_goes_without_it() {
            Mediator mediator = mediatorOf(Plain.class);

            assertThat(behavior.appliesTo(Plain.class)).isFalse();
            assertThat(mediator.describe(Plain.class).links())
                    .singleElement()
                    .satisfies(link -> assertThat(link.applies()).isFalse());
        }
    }

    @Nested
    class Own_rules {

        @Test
        void they_are_checked_without_any_constraint() {
            assertThat(send(Book.class, new Book(3, 2)))
                    .isEqualTo(refused(new FieldError("from", "Must lie before to")));
            assertThat(send(Book.class, new Book(1, 2))).isEqualTo(OperationResult.ok("handled"));
        }

        @Test
        void their_errors_follow_those_of_constraints() {
            assertThat(send(Subscribe.class, new Subscribe("none", "")))
                    .isEqualTo(refused(
                            new FieldError("name", "Name required"),
                            new FieldError("email", "Valid email is required")));
        }

        @Test
        void an_error_that_a_constraint_reports_too_is_answered_once() {
            assertThat(send(Twice.class, new Twice(""))).isEqualTo(refused(new FieldError("name", "Name required")));
        }

        @Test
        void where_they_fail_because_a_constraint_is_broken_the_constraint_is_the_answer() {
            assertThat(send(Subscribe.class, new Subscribe(null, "Ada")))
                    .isEqualTo(refused(new FieldError("email", "Email required")));
        }

        @Test
        void where_they_fail_by_themselves_the_exception_reaches_the_caller() {
            IllegalStateException bug = new IllegalStateException("bug");

            assertThatThrownBy(() -> send(Buggy.class, new Buggy(bug))).isSameAs(bug);
        }

        @Test
        void an_answer_of_null_is_named() {
            assertThatThrownBy(() -> send(Buggy.class, new Buggy(null)))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(Buggy.class.getName() + ".validate() answered null");
        }
    }

    private <R extends Request<String>> OperationResult<String> send(Class<R> type, R request) {
        return mediatorOf(type).execute(request);
    }

    private <R extends Request<String>> Mediator mediatorOf(Class<R> type) {
        return Mediator.builder()
                .behavior(Request.class, behavior)
                .handle(type, request -> {
                    handled.add(request);
                    return OperationResult.ok("handled");
                })
                .build();
    }

    private static OperationResult<String> refused(FieldError... errors) {
        return OperationResult.validationError(List.of(errors));
    }

    record Subscribe(
            @NotNull(message = "Email required") String email,
            @NotBlank(message = "Name required") String name) implements Command<String>, Validatable {
        @Override
        public ValidationResult validate() {
            return ValidationResult.builder()
                    .check(email.contains("@"), "email", "Valid email is required")
                    .build();
        }
    }

    record Broken(@Pattern(regexp = "(", message = "never") String text) implements Command<String> {}

    record Plain(String text) implements Query<String> {}

    record Book(int from, int to) implements Command<String>, Validatable {
        @Override
        public ValidationResult validate() {
            return ValidationResult.builder()
                    .check(from < to, "from", "Must lie before to")
                    .build();
        }
    }

    record Twice(@NotBlank(message = "Name required") String name) implements Command<String>, Validatable {
        @Override
        public ValidationResult validate() {
            return ValidationResult.builder()
                    .check(!name.isBlank(), "name", "Name required")
                    .build();
        }
    }

    record Buggy(RuntimeException bug) implements Command<String>, Validatable {
        @Override
        public ValidationResult validate() {
            if (bug != null) {
                throw bug;
            }
            return null;
        }
    }
}
