package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request type: the outermost link, which turns exceptions that mean an outcome into failures, around the
 * chain. It stands outside all stages, so a transaction has rolled back and a retry given up before.
 *
 * <p>Which behaviors belong in the chain is settled at the start; its links are made when the first request comes, so
 * that starting an application loads no classes for requests that nobody sends.
 */
final class Route<R extends Request<T>, T> {
    private final RequestHandler<R, T> handler;
    private final List<PipelineBehavior<R>> behaviors;
    private final Supplier<RouteLinks<R, T>> links;
    private final FailureMapping failures;
    private final PipelineDescription description;

    /** Written once under the lock. Read without: all that it refers to is final, so it is seen whole or not at all. */
    private @Nullable Next<R, T> chain;

    /**
     * A way that is settled but not paved.
     *
     * @param behaviors those that apply, from the outside in
     */
    Route(
            RequestHandler<R, T> handler,
            List<PipelineBehavior<R>> behaviors,
            Supplier<RouteLinks<R, T>> links,
            FailureMapping failures,
            PipelineDescription description) {
        this.handler = handler;
        this.behaviors = behaviors;
        this.links = links;
        this.failures = failures;
        this.description = description;
    }

    OperationResult<T> execute(R request) {
        Next<R, T> composed = chain;
        try {
            return (composed == null ? compose() : composed).handle(request);
        } catch (Exception exception) {
            return failureOf(exception);
        }
    }

    PipelineDescription description() {
        return description;
    }

    private synchronized Next<R, T> compose() {
        Next<R, T> composed = chain;
        if (composed == null) {
            RouteLinks<R, T> made = links.get();
            composed = made.handling(handler);
            for (PipelineBehavior<R> behavior : behaviors.reversed()) {
                composed = made.around(behavior, composed);
            }
            chain = composed;
        }
        return composed;
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
