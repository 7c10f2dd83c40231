package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import java.util.List;

/**
 * The way of one request type: which behaviors belong in its pipeline.
 *
 * @param requestType class of the request
 * @param registered its handler
 * @param behaviors those that apply, from the outside in
 */
record Route<R extends Request<T>, T>(
        Class<?> requestType,
        RegisteredHandler registered,
        List<PipelineBehavior<R>> behaviors,
        PipelineDescription description) {

    /** Makes the links. Answers the outermost one. */
    @SuppressWarnings("unchecked") // the handler's fit was checked where it was registered
    Link<R, T> compose() {
        RequestHandler<?, ?> handler = registered.handler();
        Link<R, T> chain = (Link<R, T>) registered.links().apply(requestType, handler);
        for (PipelineBehavior<R> behavior : behaviors.reversed()) {
            chain = (Link<R, T>) chain.around(behavior);
        }
        return chain;
    }
}
