package io.neuroglia.pipeline;

import io.neuroglia.message.Request;
import io.neuroglia.result.OperationResult;

/**
 * A rule that cuts across handlers: it may refuse, answer itself, change the request, or run the rest of the pipeline
 * once or several times. One instance serves all threads.
 *
 * @param <Q> the requests it applies to: all that can be assigned to it
 * @since 0.1
 */
public interface PipelineBehavior<Q extends Request<?>> {
    /**
     * Where in the pipeline it stands. Inside a stage the order of registration holds, changed by {@link RunsAfter}.
     *
     * @return always the same stage
     */
    Stage stage();

    /**
     * Whether it applies to a type of request. Asked once for each type, when the pipeline is composed.
     *
     * @param requestType a class assignable to {@code Q}
     * @return false to leave the behavior out of that type's pipeline
     */
    default boolean appliesTo(Class<?> requestType) {
        return true;
    }

    /**
     * Handles one request on its way in, and its result on the way out.
     *
     * @param request never null
     * @param next the rest of the pipeline
     * @param <T> the data of a successful answer
     * @return the result of the rest, or another one; never null
     * @throws Exception whatever the rest throws, or a bug or broken infrastructure of its own
     */
    <T> OperationResult<T> handle(Q request, Next<Q, T> next) throws Exception;
}
