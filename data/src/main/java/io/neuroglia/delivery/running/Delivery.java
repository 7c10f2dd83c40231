package io.neuroglia.delivery.running;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.running.HeldWork.Hold;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give one event to one handler. Immutable; thread-safe.
 *
 * @param event what is delivered
 * @param handler logical name of whom it is delivered to
 * @param owner the incarnation that has it in hand
 * @param attempt number of the attempt, the first of all being 1
 * @param lost how many attempts came to no end, because the process died
 * @param again whether an earlier attempt may have succeeded unnoticed
 * @param hasRow whether it has a row of its own; otherwise it is one of the pending handlers of its event
 * @since 0.1
 */
public record Delivery(
        EventMessage event, String handler, long owner, int attempt, int lost, boolean again, boolean hasRow) {
    /**
     * Id of the event.
     *
     * @return the id
     */
    public UUID eventId() {
        return event.id();
    }

    /**
     * What the process has in hand because of it.
     *
     * @return the delivery itself, or its event with all pending handlers
     */
    public Hold hold() {
        return hasRow ? new Hold(owner, eventId(), handler) : Hold.ofEvent(owner, eventId());
    }

    /**
     * The handler and key whose next delivery may begin when this one has succeeded.
     *
     * @return null if the event has no key
     */
    public @Nullable HandlerKey handlerKey() {
        String key = event.key();
        return key == null ? null : new HandlerKey(handler, key);
    }
}
