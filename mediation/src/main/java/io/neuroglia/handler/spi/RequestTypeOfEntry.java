package io.neuroglia.handler.spi;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndexes.Entry;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import org.jspecify.annotations.Nullable;

/** Keeps the class of the request whose handler an entry names. */
final class RequestTypeOfEntry implements HandlerIndexVisitor {
    private @Nullable Class<?> named;

    private RequestTypeOfEntry() {}

    static Class<?> of(Entry entry) {
        RequestTypeOfEntry visitor = new RequestTypeOfEntry();
        entry.accept(visitor);
        Class<?> requestType = visitor.named;
        if (requestType == null) {
            throw new IllegalStateException(entry + " names no request with its handler.");
        }
        return requestType;
    }

    @Override
    public <R extends Request<T>, T> void handler(
            Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType) {
        named = requestType;
    }

    @Override
    public void handledElsewhere(Class<? extends Request<?>> requestType) {
        // names no handler
    }

    @Override
    public <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType) {
        // an event is no request
    }

    @Override
    public void domainEvent(Class<? extends DomainEvent> eventType) {
        // an event is no request
    }

    @Override
    public <Q extends Request<?>> void behavior(
            Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType) {
        // names a type of requests, no handler
    }
}
