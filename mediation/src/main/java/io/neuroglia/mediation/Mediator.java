package io.neuroglia.mediation;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Sends requests to their one handler, through the pipeline, and events to all that listen. Thread-safe; made once.
 *
 * @since 0.1
 */
public interface Mediator {
    /**
     * Starts the set-up of a mediator.
     *
     * @return a new builder
     */
    static MediatorBuilder builder() {
        return new MediatorBuilder();
    }

    /**
     * Has a request handled on the caller's thread.
     *
     * <p>Exceptions that mean an outcome become failures. All others, checked ones too, reach the caller as the handler
     * or behavior threw them.
     *
     * <p>An {@link InterruptedException} also leaves the thread interrupted.
     *
     * @param request the request
     * @param <T> the data of a successful answer
     * @return the result, never null
     * @throws NullPointerException if the request is null
     * @throws MissingHandlerException if no handler is registered for the request's class
     * @throws IllegalStateException if the mediator is not built yet, or the handler or a behavior answered null
     */
    <T> OperationResult<T> execute(Request<T> request);

    /**
     * Has a request handled on a virtual thread of its own, which takes over the caller's
     * {@link io.neuroglia.context.RequestContext} and logging context. Cancelling the future interrupts that thread; if it has
     * not begun yet, the request is not handled at all.
     *
     * @param request the request
     * @param <T> the data of a successful answer
     * @return completed with the result, or exceptionally with what {@link #execute(Request)} would throw
     */
    <T> CompletableFuture<OperationResult<T>> executeAsync(Request<T> request);

    /**
     * Tells an event to all handlers that listen to its class or a supertype, now, one after the other on the caller's
     * thread, each once. It is never stored: what must survive a crash is raised by an aggregate or a unit of work.
     *
     * @param event the event
     * @throws EventPublicationException after all handlers ran, if some failed
     */
    default void publish(Object event) {
        publish(event, PublishStrategy.ALL_IN_TURN);
    }

    /**
     * Tells an event to the handlers that listen to its class or a supertype, now, each once; returns when they have
     * ended. A caller that is interrupted interrupts handlers that run at the same time and waits no longer.
     *
     * @param event the event
     * @param strategy how they run
     * @throws EventPublicationException when they have ended, if some failed
     */
    void publish(Object event, PublishStrategy strategy);

    /**
     * Tells an event to all handlers on a virtual thread of its own, otherwise as {@link #publish(Object)}.
     *
     * @param event the event
     * @return completed when all handlers ran; exceptionally with {@link EventPublicationException} if some failed
     */
    default CompletableFuture<Void> publishAsync(Object event) {
        return publishAsync(event, PublishStrategy.ALL_IN_TURN);
    }

    /**
     * Tells an event to the handlers on a virtual thread of its own, otherwise as
     * {@link #publish(Object, PublishStrategy)}. Cancelling the future interrupts them.
     *
     * @param event the event
     * @param strategy how they run
     * @return completed when they have ended; exceptionally with {@link EventPublicationException} if some failed
     */
    CompletableFuture<Void> publishAsync(Object event, PublishStrategy strategy);

    /**
     * Says how a request type is handled.
     *
     * @param requestType class of the request
     * @return its behaviors and handler
     * @throws MissingHandlerException if no handler is registered for the class
     */
    PipelineDescription describe(Class<? extends Request<?>> requestType);

    /**
     * Says how everything is handled: a report for start-up and for people who wonder.
     *
     * @return all requests with their behaviors and handlers, and all event handlers
     */
    MediatorDescription describe();

    /**
     * The handlers that listen to a type of event, those of its supertypes included, in the order in which they run.
     *
     * @param eventType class of the event
     * @return an unmodifiable list
     */
    List<EventSubscription> subscriptions(Class<?> eventType);

    /**
     * All event handlers.
     *
     * @return an unmodifiable list in the order of registration
     */
    List<EventSubscription> subscriptions();

    /**
     * The concrete domain events that are known: those the compiler found and those that handlers listen to. Durable
     * delivery reads stored events back as these classes.
     *
     * @return an unmodifiable set
     */
    Set<Class<? extends DomainEvent>> domainEvents();
}
