package io.neuroglia.handler.spi;

/**
 * What the compiler found in one package of one compilation. Implementations are generated and found by
 * {@link java.util.ServiceLoader}; several modules bring their own and the application merges them.
 *
 * @since 0.1
 */
public interface HandlerIndex {
    /**
     * Names everything in the index, in a fixed order.
     *
     * @param visitor told of each entry
     */
    void accept(HandlerIndexVisitor visitor);

    /**
     * The links of a request's pipeline. Asked for when the request is first sent, so that start-up loads none of them.
     *
     * @param requestType class of a request that this index names with its handler
     * @return links of its own, or those that all requests share
     */
    default RouteLinks<?, ?> links(Class<?> requestType) {
        return RouteLinks.shared();
    }
}
