package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.PipelineDescription.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes the pipeline of each request type, once. */
final class PipelineComposer {
    private final List<RegisteredBehavior> behaviors;
    private final FailureMapping failures;

    PipelineComposer(List<RegisteredBehavior> behaviors, FailureMapping failures) {
        this.behaviors = behaviors;
        this.failures = failures;
    }

    /** The route of a request type; that handler and type fit was checked at registration. */
    @SuppressWarnings("unchecked")
    Route<?, ?> compose(Class<?> requestType, RequestHandler<?, ?> handler) {
        return route(requestType, (RequestHandler<Request<Object>, Object>) handler);
    }

    private <R extends Request<T>, T> Route<R, T> route(Class<?> requestType, RequestHandler<R, T> handler) {
        List<Link> links = new ArrayList<>();
        Next<R, T> chain = request -> Answers.required(handler.handle(request), handler, request);
        for (RegisteredBehavior behavior : behaviors.reversed()) {
            @Nullable String against = behavior.reasonAgainst(requestType);
            if (against == null) {
                chain = behavior.link(chain);
            }
            links.addFirst(new Link(
                    behavior.stage(),
                    behavior.name(),
                    against == null,
                    against == null ? behavior.reasonFor() : against));
        }
        PipelineDescription description = new PipelineDescription(
                requestType.getName(), handler.getClass().getName(), links);
        return new Route<>(chain, failures, description);
    }
}
