package io.neuroglia.pipeline;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;

/**
 * The rest of the pipeline. It holds no state of a call: handing it the request twice runs the rest twice.
 *
 * @param <Q> the request as the behavior sees it
 * @param <T> the data of a successful answer
 * @since 0.1
 */
@FunctionalInterface
public interface Next<Q extends Request<?>, T> {
    /**
     * Runs the rest of the pipeline.
     *
     * @param request the request, or another one of the same class
     * @return the result of the rest
     * @throws Exception whatever the rest throws
     */
    OperationResult<T> handle(Q request) throws Exception;
}
