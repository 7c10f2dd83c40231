package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MediatorFailureTest {

    @Nested
    class Exceptions_without_a_meaning {

        @Test
        void an_unchecked_one_reaches_the_caller_as_it_was_thrown() {
            IllegalStateException thrown = new IllegalStateException("bug");

            assertThatThrownBy(() -> send(Mediator.builder(), thrown)).isSameAs(thrown);
        }

        @Test
        void a_checked_one_too() {
            IOException thrown = new IOException("disk");

            assertThatThrownBy(() -> send(Mediator.builder(), thrown)).isSameAs(thrown);
        }

        @Test
        void an_error_too() {
            StackOverflowError thrown = new StackOverflowError();
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> {
                        throw thrown;
                    })
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping())).isSameAs(thrown);
        }

        @Test
        void what_a_behavior_throws_too() {
            IOException thrown = new IOException("disk");
            Mediator mediator = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("pong"))
                    .around(Ping.class, (ping, next) -> {
                        throw thrown;
                    })
                    .build();

            assertThatThrownBy(() -> mediator.execute(new Ping())).isSameAs(thrown);
        }
    }

    @Nested
    class Exceptions_that_mean_an_outcome {

        @Test
        void a_problem_source_becomes_the_failure_it_names() {
            OperationResult<String> result =
                    send(Mediator.builder(), new Clash(Problem.of(FailureKind.CONFLICT, "Somebody was first")));

            assertThat(result).isEqualTo(OperationResult.conflict("Somebody was first"));
        }

        @Test
        void a_problem_source_needs_no_registration_and_heeds_none() {
            MediatorBuilder builder =
                    Mediator.builder().mapFailure(Clash.class, clash -> Problem.of(FailureKind.INTERNAL, "registered"));

            OperationResult<String> result = send(builder, new Clash(Problem.of(FailureKind.CONFLICT, "its own")));

            assertThat(result).isEqualTo(OperationResult.conflict("its own"));
        }

        @Test
        void a_registered_exception_becomes_the_failure_made_of_it() {
            MediatorBuilder builder = Mediator.builder()
                    .mapFailure(
                            NumberFormatException.class,
                            exception -> Problem.of(FailureKind.BAD_REQUEST, exception.getMessage()));

            assertThat(send(builder, new NumberFormatException("Not a number")))
                    .isEqualTo(OperationResult.badRequest("Not a number"));
        }

        @Test
        void the_nearest_superclass_decides_whatever_the_order_of_registration() {
            MediatorBuilder builder = Mediator.builder()
                    .mapFailure(
                            CharacterCodingException.class, exception -> Problem.of(FailureKind.BAD_REQUEST, "text"))
                    .mapFailure(IOException.class, exception -> Problem.of(FailureKind.UNAVAILABLE, "disk"))
                    .mapFailure(Exception.class, exception -> Problem.of(FailureKind.INTERNAL, "any"));
            Mediator mediator = builder.handle(Rename.class, rename -> {
                        throw switch (rename.name()) {
                            case "malformed" -> new MalformedInputException(1);
                            case "missing" -> new FileNotFoundException("orders");
                            default -> new TimeoutException();
                        };
                    })
                    .build();

            assertThat(mediator.execute(new Rename("malformed"))).isEqualTo(OperationResult.badRequest("text"));
            assertThat(mediator.execute(new Rename("missing"))).isEqualTo(OperationResult.serviceUnavailable("disk"));
            assertThat(mediator.execute(new Rename("other"))).isEqualTo(OperationResult.internalError("any"));
        }

        @Test
        void an_exception_of_a_superclass_of_the_registered_class_passes() {
            IOException thrown = new IOException("disk");
            MediatorBuilder builder = Mediator.builder()
                    .mapFailure(FileNotFoundException.class, exception -> Problem.of(FailureKind.NOT_FOUND, "none"));

            assertThatThrownBy(() -> send(builder, thrown)).isSameAs(thrown);
        }

        @Test
        void they_pass_all_behaviors_as_exceptions_first() {
            Clash thrown = new Clash(Problem.of(FailureKind.CONFLICT, "Somebody was first"));
            MediatorBuilder builder = Mediator.builder().around(Ping.class, (ping, next) -> {
                assertThatThrownBy(() -> next.handle(ping)).isSameAs(thrown);
                throw thrown;
            });

            assertThat(send(builder, thrown)).isEqualTo(OperationResult.conflict("Somebody was first"));
        }

        @Test
        void a_mapping_that_fails_does_not_hide_the_exception() {
            IOException thrown = new IOException("disk");
            IllegalStateException broken = new IllegalStateException("mapping");
            MediatorBuilder builder = Mediator.builder().mapFailure(IOException.class, exception -> {
                throw broken;
            });

            assertThatThrownBy(() -> send(builder, thrown)).isSameAs(thrown).hasSuppressedException(broken);
        }

        @Test
        void a_mapping_that_throws_the_exception_itself_lets_it_pass() {
            IllegalStateException thrown = new IllegalStateException("bug");
            MediatorBuilder builder = Mediator.builder().mapFailure(IllegalStateException.class, exception -> {
                throw exception;
            });

            assertThatThrownBy(() -> send(builder, thrown)).isSameAs(thrown).hasNoSuppressedExceptions();
        }
    }

    private static OperationResult<String> send(MediatorBuilder builder, Exception thrown) {
        return builder.handle(Ping.class, ping -> {
                    throw thrown;
                })
                .build()
                .execute(new Ping());
    }

    private static final class Clash extends RuntimeException implements ProblemSource {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Clash(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        @Override
        public Problem problem() {
            return problem;
        }
    }
}
