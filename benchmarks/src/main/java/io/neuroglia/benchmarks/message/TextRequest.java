package io.neuroglia.benchmarks.message;

import an.awesome.pipelinr.Command;
import io.neuroglia.result.OperationResult;

/**
 * A command with a text, to us as well as to PipelinR. To Axon every object is a command.
 */
public interface TextRequest extends io.neuroglia.message.Command<String>, Command<OperationResult<String>> {
    /**
     * What its handler answers.
     *
     * @return the text
     */
    String text();
}
