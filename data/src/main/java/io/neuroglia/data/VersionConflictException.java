package io.neuroglia.data;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;

/**
 * Somebody else stored or removed an aggregate after it was loaded. Means a conflict: loading it again and retrying
 * helps.
 *
 * @since 0.1
 */
public final class VersionConflictException extends RuntimeException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    /**
     * Names the aggregate.
     *
     * @param aggregate the one that could not be stored
     */
    public VersionConflictException(AggregateRoot<?> aggregate) {
        super(aggregate.getClass().getSimpleName() + " " + aggregate.id() + happened(aggregate.version()));
    }

    private static String happened(long version) {
        return version == 0
                ? " was never stored. Store it first with add()."
                : " was changed or removed by another unit of work since it was loaded at version " + version
                        + ". Load it again and retry.";
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.CONFLICT, "Somebody else changed this at the same time. Please try again.");
    }
}
