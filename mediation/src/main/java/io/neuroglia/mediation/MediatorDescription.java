package io.neuroglia.mediation;

import io.neuroglia.pipeline.PipelineDescription;
import java.util.List;
import java.util.function.Function;
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

    /**
     * How much it is, in one line.
     *
     * @return such as {@code 3 requests with their handlers, 1 behavior and 2 event handlers}
     */
    public String summary() {
        int behaviors = pipelines.isEmpty() ? 0 : pipelines.getFirst().links().size();
        return summary(pipelines.size(), behaviors, eventHandlers.size());
    }

    /** The same, where only the figures are known. */
    static String summary(int requests, int behaviors, int eventHandlers) {
        return requests
                + (requests == 1 ? " request with its handler, " : " requests with their handlers, ")
                + behaviors
                + (behaviors == 1 ? " behavior and " : " behaviors and ")
                + eventHandlers
                + (eventHandlers == 1 ? " event handler" : " event handlers");
    }

    /** The summary, the pipelines, then one line for each event handler. */
    @Override
    public String toString() {
        return Stream.of(
                        Stream.of(summary()),
                        pipelines.stream().map(PipelineDescription::toString),
                        eventHandlers.stream().map(handler -> "Event handler " + handler))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }
}
