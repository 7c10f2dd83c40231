package io.neuroglia.delivery;

import io.neuroglia.context.RequestContext;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is stored beside an event: the conversation it belongs to, the event that caused it, and who asked. */
record EventHeaders(
        String correlationId,
        @Nullable String causationId,
        @Nullable String principal) {
    static EventHeaders current() {
        return of(RequestContext.currentOrNew());
    }

    static EventHeaders of(RequestContext context) {
        Principal principal = context.principal();
        return new EventHeaders(
                context.correlationId(), context.causationId(), principal == null ? null : principal.getName());
    }

    /** The context in which handlers of an event with these headers run. */
    RequestContext causedBy(UUID eventId) {
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
