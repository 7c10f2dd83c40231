package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.PipelineDescription.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Composes the pipeline of each request type, once. */
final class PipelineComposer {
    private final List<RegisteredBehavior> behaviors;

    PipelineComposer(List<RegisteredBehavior> behaviors) {
        this.behaviors = behaviors;
    }

    /** The route of a request type; that handler, links and type fit was checked at registration. */
    @SuppressWarnings("unchecked")
    Route<?, ?> compose(Class<?> requestType, RegisteredHandler registered) {
        return route(requestType, (RequestHandler<Request<Object>, Object>) registered.handler(), () ->
                (RouteLinks<Request<Object>, Object>) registered.links().apply(requestType));
    }

    private <R extends Request<T>, T> Route<R, T> route(
            Class<?> requestType, RequestHandler<R, T> handler, Supplier<RouteLinks<R, T>> routeLinks) {
        List<Link> links = new ArrayList<>();
        List<PipelineBehavior<R>> applying = new ArrayList<>();
        for (RegisteredBehavior behavior : behaviors) {
            @Nullable String against = behavior.reasonAgainst(requestType);
            if (against == null) {
                applying.add(behavior.behavior());
            }
            links.add(new Link(
                    behavior.stage(),
                    behavior.name(),
                    against == null,
                    against == null ? behavior.reasonFor() : against));
        }
        PipelineDescription description = new PipelineDescription(
                requestType.getName(), handler.getClass().getName(), links);
        return new Route<>(handler, List.copyOf(applying), routeLinks, description);
    }

    /**
     * A handler, and how the links of its pipeline are made.
     *
     * @param links by class of the request; asked when it is first sent
     */
    record RegisteredHandler(RequestHandler<?, ?> handler, Function<Class<?>, RouteLinks<?, ?>> links) {}
}
