package io.neuroglia.context;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The conversation a request belongs to. It follows the work to other threads of the mediator and, through stored
 * events, to later handlers. Immutable; thread-safe.
 *
 * @param correlationId names the whole conversation; the same in all that follows from one outer request
 * @param causationId names the event that caused this work; null for what came from outside
 * @since 0.1
 */
public record RequestContext(String correlationId, @Nullable String causationId) {
    private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    /**
     * Checks that the conversation is named.
     *
     * @throws NullPointerException if the correlation id is null
     */
    public RequestContext {
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * A context that came from outside.
     *
     * @param correlationId names the conversation
     * @return a context without a cause
     */
    public static RequestContext correlated(String correlationId) {
        return new RequestContext(correlationId, null);
    }

    /**
     * The context of this thread.
     *
     * @return the innermost one, or empty
     */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * The context of this thread, or one of a new conversation.
     *
     * @return never null; a new one is not made the thread's own by this call
     */
    public static RequestContext currentOrNew() {
        RequestContext current = CURRENT.get();
        return current == null ? correlated(UUID.randomUUID().toString()) : current;
    }

    /**
     * Calls work with this as the context of its thread.
     *
     * @param work the work
     * @param <V> what it answers
     * @return what it answered
     * @throws Exception whatever the work throws
     */
    public <V> V call(Callable<V> work) throws Exception {
        RequestContext before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
