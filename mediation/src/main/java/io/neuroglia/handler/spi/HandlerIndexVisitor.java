package io.neuroglia.handler.spi;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;

/**
 * Told by a {@link HandlerIndex} what it holds.
 *
 * @since 0.1
 */
public interface HandlerIndexVisitor {
    /**
     * A request and the class that handles it.
     *
     * @param requestType class of the request
     * @param handlerType class of its handler
     * @param <R> the request
     * @param <T> the data of its answer
     */
    <R extends Request<T>, T> void handler(Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType);

    /**
     * A request that the compilation declared without handling it, so the application must.
     *
     * @param requestType class of the request
     */
    void handledElsewhere(Class<? extends Request<?>> requestType);

    /**
     * A class that handles events.
     *
     * @param eventType the events it handles, with their subclasses
     * @param handlerType class of the handler
     * @param <E> the event
     */
    <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType);

    /**
     * A concrete domain event that may be stored.
     *
     * @param eventType class of the event
     */
    void domainEvent(Class<? extends DomainEvent> eventType);

    /**
     * A behavior of the application.
     *
     * @param requestType the requests it applies to, with their subclasses
     * @param behaviorType class of the behavior
     * @param <Q> the request type in the behavior's own declaration
     */
    <Q extends Request<?>> void behavior(
            Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType);
}
