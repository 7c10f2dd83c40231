package io.neuroglia.delivery.naming;

import tools.jackson.databind.JsonNode;

/**
 * Brings the stored form of an event from one version to the next, so that classes and handlers need to know the newest
 * only. Thread-safe.
 *
 * <pre>{@code
 * delivery.upcaster("OrderPlaced", 1, json -> ((ObjectNode) json).put("currency", "USD"));
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventUpcaster {
    /**
     * The next version of a stored event.
     *
     * @param payload as it was stored, or as the upcaster before made it; may be changed
     * @return the tree of the next version
     */
    JsonNode upcast(JsonNode payload);
}
