package io.neuroglia.data;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;

/**
 * The database cannot be reached or cannot do its work: it went away while it was used, accepts no changes, has no room or
 * took too long. Means unavailable: trying again later helps.
 *
 * @since 0.1
 */
public final class DataUnavailableException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * The database cannot be reached.
     *
     * @param cause for the log, never for the caller
     */
    public DataUnavailableException(Throwable cause) {
        this("The database cannot be reached", "The database cannot be reached. Please try again later.", cause);
    }

    /**
     * The database can be reached, but cannot do its work.
     *
     * @param situation what was tried, what is in the way, and what to do; for the log
     * @param advice what the caller is told
     * @param cause for the log, never for the caller
     */
    public DataUnavailableException(String situation, String advice, Throwable cause) {
        super(situation + ": " + cause.getMessage(), cause);
        this.advice = advice;
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.UNAVAILABLE, advice);
    }
}
