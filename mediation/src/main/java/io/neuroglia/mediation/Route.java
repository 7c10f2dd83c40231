package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request type: the outermost link, which turns exceptions that mean an outcome into failures, around the
 * composed chain. It stands outside all stages, so a transaction has rolled back and a retry given up before.
 */
final class Route<R extends Request<T>, T> {
    private final Next<R, T> chain;
    private final FailureMapping failures;
    private final PipelineDescription description;

    Route(Next<R, T> chain, FailureMapping failures, PipelineDescription description) {
        this.chain = chain;
        this.failures = failures;
        this.description = description;
    }

    OperationResult<T> execute(R request) {
        try {
            return chain.handle(request);
        } catch (Exception exception) {
            return failureOf(exception);
        }
    }

    PipelineDescription description() {
        return description;
    }

    private OperationResult<T> failureOf(Exception exception) {
        @Nullable Problem problem = failures.problemOf(exception);
        if (problem == null) {
            throw unchecked(exception);
        }
        return OperationResult.failure(problem);
    }

    /** Throws the exception as it is, a checked one too: callers see what the handler threw, not a wrapper. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> RuntimeException unchecked(Exception exception) throws X {
        throw (X) exception;
    }
}
