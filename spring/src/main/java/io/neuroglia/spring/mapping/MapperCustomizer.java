package io.neuroglia.spring.mapping;

import io.neuroglia.mapping.MapperBuilder;

/**
 * A bean of this type adds mappings by hand to the application's mapper. They go before those of the indexes.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MapperCustomizer {
    /**
     * Adds to the set-up.
     *
     * @param builder not to be built; the application does this when all customizers have run
     */
    void customize(MapperBuilder builder);
}
