package io.neuroglia.handler.spi;

import io.neuroglia.handler.RequestHandler;
import org.jspecify.annotations.Nullable;

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
     * The request of an entry, by its name alone: an application registers the handler without loading the class of a
     * request that nobody may ever send.
     *
     * @param entry from 0 on, less than {@link #size()}
     * @return binary name of the request's class, where the entry is a request and its handler; else null
     */
    default @Nullable String request(int entry) {
        return null;
    }

    /**
     * The innermost link of a request's pipeline. Asked for when the request has been sent often.
     *
     * @param requestType class of a request that this index names with its handler
     * @param handler the handler
     * @return a link of the request's own where the compiler generated one for the handler's class, or one of a class that
     *     all requests share
     */
    default Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return Link.to(handler);
    }
}
