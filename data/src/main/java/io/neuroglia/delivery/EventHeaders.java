package io.neuroglia.delivery;

import io.neuroglia.context.RequestContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is stored beside an event: the conversation it belongs to and the event that caused it. */
record EventHeaders(String correlationId, @Nullable String causationId) {
    static EventHeaders current() {
        RequestContext context = RequestContext.currentOrNew();
        return new EventHeaders(context.correlationId(), context.causationId());
    }

    /** The context in which handlers of an event with these headers run. */
    RequestContext causedBy(UUID eventId) {
        return new RequestContext(correlationId, eventId.toString());
    }
}
