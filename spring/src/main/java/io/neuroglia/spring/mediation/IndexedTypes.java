package io.neuroglia.spring.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the classes that the indexes name. */
final class IndexedTypes implements HandlerIndexVisitor {
    private final Set<Class<?>> components = new LinkedHashSet<>();

    static IndexedTypes of(HandlerIndexes indexes) {
        IndexedTypes types = new IndexedTypes();
        indexes.accept(types);
        return types;
    }

    /** Handlers and behaviors, each once. */
    Set<Class<?>> components() {
        return components;
    }

    @Override
    public <R extends Request<T>, T> void handler(
            Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType) {
        components.add(handlerType);
    }

    @Override
    public void handledElsewhere(Class<? extends Request<?>> requestType) {
        // Needs no bean here; the builder demands a handler when it registers the index.
    }

    @Override
    public <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType) {
        components.add(handlerType);
    }

    @Override
    public void domainEvent(Class<? extends DomainEvent> eventType) {
        // An event is no bean.
    }

    @Override
    public <Q extends Request<?>> void behavior(
            Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType) {
        components.add(behaviorType);
    }
}
