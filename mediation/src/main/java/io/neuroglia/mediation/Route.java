package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import java.util.List;
import java.util.Objects;

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

    /** Whether the compiler may have generated links for the request. */
    boolean hasOwnLinks() {
        return registered.ownLinks() != null;
    }

    /** Makes links that all requests share. Answers the outermost one. */
    @SuppressWarnings("unchecked") // the handler's fit was checked where it was registered
    Link<R, T> sharedLinks() {
        return around(Link.to((RequestHandler<R, T>) registered.handler()));
    }

    /** Makes links of the request's own. Answers the outermost one. */
    @SuppressWarnings("unchecked") // the handler's fit was checked where it was registered
    Link<R, T> ownLinks() {
        return around(
                (Link<R, T>) Objects.requireNonNull(registered.ownLinks()).apply(requestType, registered.handler()));
    }

    private Link<R, T> around(Link<R, T> innermost) {
        Link<R, T> chain = innermost;
        for (PipelineBehavior<R> behavior : behaviors.reversed()) {
            chain = (Link<R, T>) chain.around(behavior);
        }
        return chain;
    }
}
