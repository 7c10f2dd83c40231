package io.neuroglia.spring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationFailedException;
import io.neuroglia.result.Problem;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class ExceptionOutcomesTest {

    static Stream<Arguments> outcomes() {
        SQLException refused = new SQLException("secret");
        return Stream.of(
                Arguments.of(new DuplicateKeyException("secret"), FailureKind.CONFLICT),
                Arguments.of(new OptimisticLockingFailureException("secret"), FailureKind.CONFLICT),
                Arguments.of(new CannotAcquireLockException("secret"), FailureKind.CONFLICT),
                Arguments.of(new CannotGetJdbcConnectionException("secret", refused), FailureKind.UNAVAILABLE),
                Arguments.of(new DataAccessResourceFailureException("secret"), FailureKind.UNAVAILABLE),
                Arguments.of(new QueryTimeoutException("secret"), FailureKind.UNAVAILABLE),
                Arguments.of(new CannotCreateTransactionException("secret", refused), FailureKind.UNAVAILABLE),
                Arguments.of(new SQLTransientConnectionException("secret"), FailureKind.UNAVAILABLE),
                Arguments.of(new SQLException("secret", "40001"), FailureKind.CONFLICT),
                Arguments.of(
                        new UncategorizedSQLException("secret", "sql", new SQLException("secret", "25006")),
                        FailureKind.UNAVAILABLE),
                Arguments.of(
                        new TransactionSystemException("secret", new SQLException("secret", "40P01")),
                        FailureKind.CONFLICT),
                Arguments.of(
                        new PersistenceException("secret", new SQLException("secret", "53100")),
                        FailureKind.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void an_exception_that_means_an_outcome_has_its_problem(Exception exception, FailureKind kind) {
        Optional<Problem> problem = ExceptionOutcomes.problemOf(exception);

        assertThat(problem).map(Problem::kind).contains(kind);
        assertThat(problem).map(Problem::message).get().asString().doesNotContain("secret");
        assertThat(ExceptionOutcomes.types()).anyMatch(type -> type.isInstance(exception));
    }

    @Test
    void an_exception_that_names_its_problem_is_believed() {
        Problem gone = Problem.of(FailureKind.NOT_FOUND, "gone");

        assertThat(ExceptionOutcomes.problemOf(new OperationFailedException(gone)))
                .contains(gone);
    }

    static Stream<Exception> defects() {
        return Stream.of(
                new IllegalStateException("secret"),
                new DataIntegrityViolationException("a foreign key that does not exist"),
                new UnexpectedRollbackException("secret"),
                new SQLException("syntax error"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void all_others_are_defects(Exception exception) {
        assertThat(ExceptionOutcomes.problemOf(exception)).isEmpty();
    }

    @Test
    void violations_become_field_errors_in_a_fixed_order() {
        Basket basket = new Basket("", List.of(new Item(9), new Item(10)), Map.of("extra", new Item(11)));

        Optional<Problem> problem = ExceptionOutcomes.problemOf(exception(validator -> validator.validate(basket)));

        assertThat(problem).map(Problem::kind).contains(FailureKind.VALIDATION);
        assertThat(problem.orElseThrow().errors())
                .containsExactly(
                        new FieldError("items[1].amount", "too many"),
                        new FieldError("named[extra].amount", "too many"),
                        new FieldError("owner", "who?"));
    }

    @Test
    void a_violation_in_the_arguments_of_a_method_is_named_without_the_method() {
        Object[] arguments = {12, new Item(10)};

        Optional<Problem> problem = ExceptionOutcomes.problemOf(
                exception(validator -> validator.forExecutables().validateParameters(new Shop(), method(), arguments)));

        assertThat(problem.orElseThrow().errors())
                .extracting(FieldError::field)
                .containsExactly("amount", method().getParameters()[0].getName());
    }

    @Test
    void a_method_that_answers_what_it_must_not_is_a_defect() {
        ConstraintViolationException exception =
                exception(validator -> validator.forExecutables().validateReturnValue(new Shop(), method(), 6));

        assertThat(ExceptionOutcomes.problemOf(exception)).isEmpty();
    }

    private static Method method() {
        try {
            return Shop.class.getDeclaredMethod("sell", int.class, Item.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ConstraintViolationException exception(Check check) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return new ConstraintViolationException(Set.copyOf(check.violations(factory.getValidator())));
        }
    }

    private interface Check {
        Set<? extends ConstraintViolation<?>> violations(Validator validator);
    }

    record Item(@Max(value = 9, message = "too many") int amount) {}

    record Basket(@NotBlank(message = "who?") String owner, List<@Valid Item> items, Map<String, @Valid Item> named) {}

    static class Shop {
        @Max(5)
        int sell(@Max(9) int price, @Valid Item item) {
            return price + item.amount();
        }
    }
}
