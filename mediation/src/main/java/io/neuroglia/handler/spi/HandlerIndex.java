package io.neuroglia.handler.spi;

/**
 * What the compiler found in one package of one compilation, and how its handlers are made. Implementations are
 * generated and found by {@link java.util.ServiceLoader}; several modules bring their own and the application merges
 * them.
 *
 * <p>Entries are numbered, so that one whose class cannot be loaded hides no other. An index written by hand may be one
 * entry as a whole.
 *
 * @since 0.1
 */
public interface HandlerIndex {
    /** The form of index that this version reads. */
    int FORMAT = 1;

    /**
     * The form in which the processor wrote it.
     *
     * @return {@link #FORMAT} of the version that the processor belongs to
     */
    default int format() {
        return FORMAT;
    }

    /**
     * Names everything in the index, in a fixed order.
     *
     * @param visitor told of each entry
     */
    void accept(HandlerIndexVisitor visitor);

    /**
     * How many entries it has.
     *
     * @return their number
     */
    default int size() {
        return 1;
    }

    /**
     * Names one entry.
     *
     * @param entry from 0 on, less than {@link #size()}
     * @param visitor told of the entry
     * @throws LinkageError if a class of the entry cannot be loaded
     */
    default void accept(int entry, HandlerIndexVisitor visitor) {
        accept(visitor);
    }

    /**
     * Makes the handler or behavior of an entry, with {@code new}.
     *
     * @param entry from 0 on, less than {@link #size()}
     * @param parts what its constructor takes
     * @return a new instance
     * @throws UnsupportedOperationException if the index does not know how
     * @throws Exception whatever the constructor throws
     */
    default Object create(int entry, Parts parts) throws Exception {
        throw new UnsupportedOperationException(
                getClass().getName() + " does not know how. Mark it @NotIndexed and register it by hand.");
    }

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
