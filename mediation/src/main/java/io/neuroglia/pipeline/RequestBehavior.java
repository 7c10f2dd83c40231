package io.neuroglia.pipeline;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;

/**
 * A behavior for one request type, with its typed result. One instance serves all threads.
 *
 * @param <R> the request
 * @param <T> the data of a successful answer
 * @since 0.1
 */
@FunctionalInterface
public interface RequestBehavior<R extends Request<T>, T> {
    /**
     * Handles one request on its way in, and its result on the way out.
     *
     * @param request never null
     * @param next the rest of the pipeline
     * @return the result of the rest, or another one; never null
     * @throws Exception whatever the rest throws, or a bug or broken infrastructure of its own
     */
    OperationResult<T> handle(R request, Next<R, T> next) throws Exception;
}
