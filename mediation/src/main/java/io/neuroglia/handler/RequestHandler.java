package io.neuroglia.handler;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;

/**
 * Answers requests of one class. One instance serves all threads, so it keeps no state of a call.
 *
 * @param <R> the request
 * @param <T> the data of a successful answer
 * @since 0.1
 */
@FunctionalInterface
public interface RequestHandler<R extends Request<T>, T> {
    /**
     * Answers one request.
     *
     * @param request never null
     * @return the result, never null; an outcome the caller should know of is a failure, not an exception
     * @throws Exception a bug or broken infrastructure; it reaches the caller unwrapped, unless it means an outcome
     */
    OperationResult<T> handle(R request) throws Exception;
}
