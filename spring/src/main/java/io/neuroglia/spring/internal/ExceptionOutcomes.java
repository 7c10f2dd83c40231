package io.neuroglia.spring.internal;

import io.neuroglia.data.jdbc.SqlFailures;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ClassUtils;

/**
 * The exceptions of Spring, JDBC, JPA and Jakarta Validation that mean an outcome, and which one. The mediator and the web
 * edge ask the same table. Thread-safe.
 *
 * @since 0.1
 */
public final class ExceptionOutcomes {
    private static final Problem EXISTS = Problem.of(FailureKind.CONFLICT, "This exists already.");
    private static final Problem CHANGED =
            Problem.of(FailureKind.CONFLICT, "Somebody else changed this at the same time. Please try again.");
    private static final Problem UNREACHABLE =
            Problem.of(FailureKind.UNAVAILABLE, "The database cannot be reached. Please try again later.");

    private static final String PERSISTENCE_EXCEPTION = "jakarta.persistence.PersistenceException";

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome(DuplicateKeyException.class, EXISTS),
            new Outcome(ConcurrencyFailureException.class, CHANGED),
            new Outcome(DataAccessResourceFailureException.class, UNREACHABLE),
            new Outcome(TransientDataAccessResourceException.class, UNREACHABLE),
            new Outcome(RecoverableDataAccessException.class, UNREACHABLE),
            new Outcome(QueryTimeoutException.class, UNREACHABLE),
            new Outcome(CannotCreateTransactionException.class, UNREACHABLE),
            new Outcome(SQLTransientConnectionException.class, UNREACHABLE),
            new Outcome(SQLNonTransientConnectionException.class, UNREACHABLE));

    /** What these mean is asked of the database's refusal below them first. */
    private static final List<Class<? extends Exception>> WRAPPERS = wrappers();

    private static final boolean VALIDATION = ClassUtils.isPresent(
            "jakarta.validation.ConstraintViolationException", ExceptionOutcomes.class.getClassLoader());

    private ExceptionOutcomes() {}

    /**
     * The exceptions in the table; each stands for its subclasses too.
     *
     * @return their classes
     */
    public static List<Class<? extends Exception>> types() {
        List<Class<? extends Exception>> types = new ArrayList<>();
        OUTCOMES.forEach(outcome -> types.add(outcome.type()));
        types.addAll(WRAPPERS);
        if (VALIDATION) {
            types.add(ViolationProblem.TYPE);
        }
        return List.copyOf(types);
    }

    /**
     * The outcome an exception means.
     *
     * @param exception what was thrown
     * @return its problem; empty when it is a bug or broken infrastructure
     */
    public static Optional<Problem> problemOf(Throwable exception) {
        if (exception instanceof ProblemSource source) {
            return Optional.of(source.problem());
        }
        if (VALIDATION && ViolationProblem.TYPE.isInstance(exception)) {
            return ViolationProblem.of(exception);
        }
        return refusalBelow(exception)
                .or(() -> OUTCOMES.stream()
                        .filter(outcome -> outcome.type().isInstance(exception))
                        .map(Outcome::problem)
                        .findFirst());
    }

    private static Optional<Problem> refusalBelow(Throwable exception) {
        return WRAPPERS.stream().anyMatch(type -> type.isInstance(exception))
                ? SqlFailures.problemOf(exception)
                : Optional.empty();
    }

    private static List<Class<? extends Exception>> wrappers() {
        List<Class<? extends Exception>> types =
                new ArrayList<>(List.of(DataAccessException.class, TransactionException.class, SQLException.class));
        ClassLoader loader = ExceptionOutcomes.class.getClassLoader();
        if (ClassUtils.isPresent(PERSISTENCE_EXCEPTION, loader)) {
            types.add(ClassUtils.resolveClassName(PERSISTENCE_EXCEPTION, loader).asSubclass(Exception.class));
        }
        return types;
    }

    private record Outcome(Class<? extends Exception> type, Problem problem) {}
}
