package io.neuroglia.data;

import tools.jackson.databind.JsonNode;

/**
 * Brings a stored form from one version to the next, so that classes need to know the newest only. Thread-safe.
 *
 * <pre>{@code
 * Upcaster addsCurrency = json -> ((ObjectNode) json).put("currency", "EUR");
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Upcaster {
    /**
     * The next version of a stored form.
     *
     * @param stored as it was stored, or as the upcaster before made it; may be changed
     * @return the tree of the next version
     */
    JsonNode upcast(JsonNode stored);
}
