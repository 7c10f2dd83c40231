package io.neuroglia.data;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;

/**
 * The database cannot be reached, or went away while it was used. Means unavailable: trying again later helps.
 *
 * @since 0.1
 */
public final class DataUnavailableException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    /**
     * Wraps what the driver or pool said.
     *
     * @param cause for the log, never for the caller
     */
    public DataUnavailableException(Throwable cause) {
        super("The database cannot be reached: " + cause.getMessage(), cause);
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.UNAVAILABLE, "The database cannot be reached. Please try again later.");
    }
}
