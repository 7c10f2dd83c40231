package io.neuroglia.mediation;

import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exceptions that mean an outcome, and which. Filled before the first request, read by all threads after. */
final class FailureMapping {
    private final Map<Class<?>, Function<Exception, Problem>> problems = new LinkedHashMap<>();

    <X extends Exception> void add(Class<X> type, Function<? super X, Problem> problem) {
        Objects.requireNonNull(problem, "problem");
        problems.put(Objects.requireNonNull(type, "exceptionType"), exception -> problem.apply(type.cast(exception)));
    }

    /** The outcome an exception means. Any other is thrown as it is, a checked one too: callers see no wrapper. */
    Problem problemOrThrow(Exception exception) {
        Problem problem = problemOf(exception);
        if (problem == null) {
            throw unchecked(exception);
        }
        return problem;
    }

    @SuppressWarnings("unchecked")
    private static <X extends Exception> RuntimeException unchecked(Exception exception) throws X {
        throw (X) exception;
    }

    /**
     * The outcome an exception means, or null when it is a bug or broken infrastructure. A mapping that fails itself
     * must not hide the exception it was asked about, so its failure is attached to that one. An interruption is also
     * left in the thread: callers are not made to catch it, so most of them would lose it.
     */
    private @Nullable Problem problemOf(Exception exception) {
        if (exception instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        try {
            return exception instanceof ProblemSource source ? source.problem() : mapped(exception);
        } catch (RuntimeException broken) {
            if (!exception.equals(broken)) {
                exception.addSuppressed(broken);
            }
            return null;
        }
    }

    private @Nullable Problem mapped(Exception exception) {
        for (Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
            Function<Exception, Problem> problem = problems.get(type);
            if (problem != null) {
                return problem.apply(exception);
            }
        }
        return null;
    }
}
