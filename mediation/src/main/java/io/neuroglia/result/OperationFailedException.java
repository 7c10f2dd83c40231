package io.neuroglia.result;

/**
 * Thrown when the data of a failed result is asked for. It carries the problem, so a caller that cannot go on without
 * the data may let it pass: the next pipeline or edge answers the same failure.
 *
 * @since 0.1
 */
public final class OperationFailedException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Wraps the problem.
     *
     * @param problem the reason for the failure
     */
    public OperationFailedException(Problem problem) {
        super("The operation failed, so there is no data: " + problem + ". Check isSuccess() first, or use fold().");
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
