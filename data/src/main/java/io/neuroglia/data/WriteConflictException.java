package io.neuroglia.data;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;

/**
 * The database refused a change because of another one: a value that must be unique is taken, or two transactions stood
 * in each other's way and this one gave in. Means a conflict.
 *
 * @since 0.1
 */
public final class WriteConflictException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * Says what was tried.
     *
     * @param attempt what was tried, with which value
     * @param advice what the caller is told
     * @param cause for the log, never for the caller
     */
    public WriteConflictException(String attempt, String advice, Throwable cause) {
        super(attempt + ": " + cause.getMessage(), cause);
        this.advice = advice;
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.CONFLICT, advice);
    }
}
