package io.neuroglia.mediation;

import io.neuroglia.handler.EventHandler;
import java.util.Objects;

/**
 * One handler and the events it listens to. Thread-safe as far as the handler is.
 *
 * @since 0.1
 */
public final class EventSubscription {
    private final String handlerName;
    private final Class<?> eventType;
    private final EventHandler<Object> handler;

    @SuppressWarnings("unchecked") // deliver() checks the event's class
    <E> EventSubscription(String handlerName, Class<E> eventType, EventHandler<? super E> handler) {
        this.handlerName = handlerName;
        this.eventType = eventType;
        this.handler = (EventHandler<Object>) handler;
    }

    /**
     * The handler's logical name, under which its deliveries are stored.
     *
     * @return a name unique in the mediator
     */
    public String handlerName() {
        return handlerName;
    }

    /**
     * The events it listens to, with their subclasses.
     *
     * @return a class or an interface
     */
    public Class<?> eventType() {
        return eventType;
    }

    /**
     * Calls the handler.
     *
     * @param event an instance of the event type
     * @throws ClassCastException if it is not
     * @throws Exception whatever the handler throws
     */
    public void deliver(Object event) throws Exception {
        handler.handle(eventType.cast(Objects.requireNonNull(event, "event")));
    }

    @Override
    public String toString() {
        return handlerName + " on " + eventType.getSimpleName();
    }
}
