package io.neuroglia.mediation;

import io.neuroglia.pipeline.PipelineDescription;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a mediator knows, in words.
 *
 * @param pipelines one for each request, by the name of its class
 * @param eventHandlers in the order in which they run
 * @since 0.1
 */
public record MediatorDescription(List<PipelineDescription> pipelines, List<EventSubscription> eventHandlers) {
    /**
     * Copies the lists.
     */
    public MediatorDescription {
        pipelines = List.copyOf(pipelines);
        eventHandlers = List.copyOf(eventHandlers);
    }

    /** The pipelines, then one line for each event handler. */
    @Override
    public String toString() {
        return Stream.concat(
                        pipelines.stream().map(PipelineDescription::toString),
                        eventHandlers.stream().map(EventSubscription::toString))
                .collect(Collectors.joining("\n"));
    }
}
