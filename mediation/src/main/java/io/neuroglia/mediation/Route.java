package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import java.util.List;
import java.util.function.Supplier;

/**
 * The way of one request type. Which behaviors belong in its pipeline is settled at the start; its links are made when
 * the first request comes, so that starting an application loads no classes for requests that nobody sends.
 *
 * @param behaviors those that apply, from the outside in
 */
record Route<R extends Request<T>, T>(
        RequestHandler<R, T> handler,
        List<PipelineBehavior<R>> behaviors,
        Supplier<RouteLinks<R, T>> links,
        PipelineDescription description) {

    /** Makes the links. Answers the outermost one. */
    Link<R, T> compose() {
        RouteLinks<R, T> made = links.get();
        Link<R, T> chain = made.handling(handler);
        for (PipelineBehavior<R> behavior : behaviors.reversed()) {
            chain = made.around(behavior, chain);
        }
        return chain;
    }
}
