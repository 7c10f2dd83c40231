package io.neuroglia.pipeline;

import java.util.List;

/**
 * The pipeline of one request type, in words: which behaviors stand around its handler, and which were left out and why.
 *
 * @param requestType name of the request's class
 * @param handler name of the handler's class
 * @param links all registered behaviors, from the outside in
 * @since 0.1
 */
public record PipelineDescription(String requestType, String handler, List<Link> links) {
    /**
     * Copies the links.
     */
    public PipelineDescription {
        links = List.copyOf(links);
    }

    /**
     * One behavior and what became of it.
     *
     * @param stage where it stands
     * @param behavior name of its class
     * @param applies whether it is part of this pipeline
     * @param reason why it is or is not
     * @since 0.1
     */
    public record Link(Stage stage, String behavior, boolean applies, String reason) {}

    /** One line for each link and for the handler, the outermost first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(requestType).append('\n');
        for (Link link : links) {
            text.append(link.applies() ? "  + " : "  - ")
                    .append(String.format("%-12s", link.stage()))
                    .append(link.behavior())
                    .append(" (")
                    .append(link.reason())
                    .append(")\n");
        }
        return text.append("  = ").append(handler).toString();
    }
}
