package io.neuroglia.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.InTransaction;
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
    private final boolean inTransaction;

    @SuppressWarnings("unchecked") // deliver() checks the event's class
    <E> EventSubscription(String handlerName, Class<E> eventType, EventHandler<? super E> handler) {
        this.handlerName = handlerName;
        this.eventType = eventType;
        this.handler = (EventHandler<Object>) handler;
        this.inTransaction = handler.getClass().isAnnotationPresent(InTransaction.class);
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
     * Class of the handler, for its annotations.
     *
     * @return the class of the instance, which may be a proxy's or a function's
     */
    public Class<?> handlerType() {
        return handler.getClass();
    }

    /**
     * Whether the handler belongs to the transaction that raises the event.
     *
     * @return true if its class says so by {@link InTransaction}
     */
    public boolean isInTransaction() {
        return inTransaction;
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
