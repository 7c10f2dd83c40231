package io.neuroglia.data;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;

/**
 * An aggregate with this id exists already. Means a conflict.
 *
 * @since 0.1
 */
public final class DuplicateAggregateException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    /**
     * Names the aggregate.
     *
     * @param aggregate the one that could not be added
     */
    public DuplicateAggregateException(AggregateRoot<?> aggregate) {
        super(aggregate.getClass().getSimpleName() + " " + aggregate.id()
                + " exists already. Change the stored one with save(), or use another id.");
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.CONFLICT, "This exists already.");
    }
}
