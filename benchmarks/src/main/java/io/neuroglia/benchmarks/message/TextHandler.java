package io.neuroglia.benchmarks.message;

import an.awesome.pipelinr.Command;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

/**
 * A handler to us as well as to PipelinR, so that both call the same method.
 *
 * @param <R> the request
 */
public interface TextHandler<R extends TextRequest>
        extends CommandHandler<R, String>, Command.Handler<R, OperationResult<String>> {
    /**
     * Answers the request's text in a new success: 24 bytes, and all that a call must allocate.
     *
     * @param request the request
     * @return a success
     */
    @Override
    OperationResult<String> handle(R request);
}
