package io.neuroglia.mapping.spi;

/**
 * The mappings that the compiler found in one package of one compilation. Implementations are generated and found by
 * {@link java.util.ServiceLoader}; several modules bring their own and the application merges them.
 *
 * @since 0.1
 */
public interface MappingIndex {
    /**
     * Names everything in the index: first the mappers, then their mappings.
     *
     * @param visitor told of each entry
     */
    void accept(MappingVisitor visitor);
}
