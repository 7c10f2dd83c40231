package io.neuroglia.spring.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the classes that the indexes name. What cannot be loaded is left to the set-up of the mediator to tell. */
final class IndexedTypes implements HandlerIndexVisitor {
    private static final Logger LOG = LoggerFactory.getLogger(IndexedTypes.class);

    private final Set<Class<?>> components = new LinkedHashSet<>();

    static IndexedTypes of(HandlerIndexes indexes) {
        IndexedTypes types = new IndexedTypes();
        for (HandlerIndexes.Entry entry : indexes.entries()) {
            try {
                entry.accept(types);
            } catch (LinkageError failure) {
                LOG.debug("No bean of {}", entry.unloadable(failure));
            }
        }
        return types;
    }

    /** Handlers and behaviors, each once. */
    Set<Class<?>> components() {
        return components;
    }

    /**
     * Looks at a class as Spring is going to.
     *
     * @throws LinkageError if a class in its methods or constructors cannot be loaded
     */
    static void requireLoadable(Class<?> type) {
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            int ignored = level.getDeclaredMethods().length + level.getDeclaredConstructors().length;
        }
    }

    @Override
    public <R extends Request<T>, T> void handler(
            Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType) {
        add(handlerType);
    }

    @Override
    public void handledElsewhere(Class<? extends Request<?>> requestType) {
        // Needs no bean here; the builder demands a handler when it registers the index.
    }

    @Override
    public <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType) {
        add(handlerType);
    }

    @Override
    public void domainEvent(Class<? extends DomainEvent> eventType) {
        // An event is no bean.
    }

    @Override
    public <Q extends Request<?>> void behavior(
            Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType) {
        add(behaviorType);
    }

    private void add(Class<?> type) {
        requireLoadable(type);
        components.add(type);
    }
}
