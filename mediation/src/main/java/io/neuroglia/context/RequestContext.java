package io.neuroglia.context;

import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a request without being part of it: the conversation it belongs to, who asked, until when an answer
 * helps. It follows the work to nested requests and to other threads of the mediator; through stored events the
 * conversation and the principal's name follow to later handlers. Reading it costs nothing until somebody asks.
 * Immutable; thread-safe.
 *
 * @param correlationId names the whole conversation; the same in all that follows from one outer request
 * @param causationId names the event that caused this work; null for what came from outside
 * @param principal who asked; null when nobody is known
 * @param deadline after which the caller no longer waits for an answer; null when it waits as long as it takes
 * @param idempotencyKey names the caller's intention, so that asking again does not do it again; null without one
 * @since 0.1
 */
public record RequestContext(
        String correlationId,
        @Nullable String causationId,
        @Nullable Principal principal,
        @Nullable Instant deadline,
        @Nullable String idempotencyKey) {
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
     * A conversation and what caused the work in it.
     *
     * @param correlationId names the conversation
     * @param causationId names the event that caused the work; null for what came from outside
     */
    public RequestContext(String correlationId, @Nullable String causationId) {
        this(correlationId, causationId, null, null, null);
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
     * The same context for a principal.
     *
     * @param who asked
     * @return a new context
     */
    public RequestContext withPrincipal(@Nullable Principal who) {
        return new RequestContext(correlationId, causationId, who, deadline, idempotencyKey);
    }

    /**
     * The same context with a deadline.
     *
     * @param until after which the caller no longer waits
     * @return a new context
     */
    public RequestContext withDeadline(@Nullable Instant until) {
        return new RequestContext(correlationId, causationId, principal, until, idempotencyKey);
    }

    /**
     * The same context for one intention of the caller.
     *
     * @param key names the intention
     * @return a new context
     */
    public RequestContext withIdempotencyKey(@Nullable String key) {
        return new RequestContext(correlationId, causationId, principal, deadline, key);
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
