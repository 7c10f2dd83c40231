package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.pipeline.PipelineDescription.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which behaviors stand in the pipeline of a request type. */
final class PipelineComposer {
    private final List<RegisteredBehavior> behaviors;

    PipelineComposer(List<RegisteredBehavior> behaviors) {
        this.behaviors = behaviors;
    }

    /** The route of a request type; that handler, links and type fit was checked at registration. */
    Route<Request<Object>, Object> compose(Class<?> requestType, RegisteredHandler registered) {
        List<Link> links = new ArrayList<>();
        List<PipelineBehavior<Request<Object>>> applying = new ArrayList<>();
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
        PipelineDescription description =
                new PipelineDescription(registered.request(), registered.handlerType(), links);
        return new Route<>(requestType, registered, List.copyOf(applying), description);
    }
}
