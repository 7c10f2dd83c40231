package io.neuroglia.delivery.naming;

import io.neuroglia.context.RequestContext;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored beside an event. Immutable; thread-safe.
 *
 * @param correlationId the conversation it belongs to
 * @param causationId the event or request that caused it; null if nothing did
 * @param principal name of who asked; null if nobody did
 * @since 0.1
 */
public record EventHeaders(
        String correlationId,
        @Nullable String causationId,
        @Nullable String principal) {
    /**
     * The headers of what is raised on this thread now.
     *
     * @return those of the current request, or of a new conversation
     */
    public static EventHeaders current() {
        return of(RequestContext.currentOrNew());
    }

    /**
     * The headers of what is raised in a context.
     *
     * @param context of a request
     * @return its headers
     */
    public static EventHeaders of(RequestContext context) {
        Principal principal = context.principal();
        return new EventHeaders(
                context.correlationId(), context.causationId(), principal == null ? null : principal.getName());
    }

    /**
     * The context in which handlers of an event with these headers run.
     *
     * @param eventId of the event
     * @return a new context of the same conversation, caused by the event
     */
    public RequestContext causedBy(UUID eventId) {
        RequestContext caused = new RequestContext(correlationId, eventId.toString());
        return principal == null ? caused : caused.withPrincipal(new Originator(principal));
    }

    /** Who asked for what led to the event. A name only: what they may do is not stored. */
    private record Originator(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
