package io.neuroglia.benchmarks.dispatch;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import java.util.Set;

/**
 * An index as it would be if the compiler had seen only some of the handlers.
 *
 * @param whole the index that the compiler wrote
 * @param handlerTypes the handlers to keep
 */
record IndexExcerpt(HandlerIndex whole, Set<Class<?>> handlerTypes) implements HandlerIndex {

    @Override
    public void accept(HandlerIndexVisitor visitor) {
        whole.accept(new Selection(visitor));
    }

    @Override
    public Link<?, ?> link(Class<?> requestType, RequestHandler<?, ?> handler) {
        return whole.link(requestType, handler);
    }

    /** Tells another visitor of the handlers to keep. */
    private final class Selection implements HandlerIndexVisitor {
        private final HandlerIndexVisitor visitor;

        Selection(HandlerIndexVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public <R extends Request<T>, T> void handler(
                Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType) {
            if (handlerTypes.contains(handlerType)) {
                visitor.handler(requestType, handlerType);
            }
        }

        @Override
        public void handledElsewhere(Class<? extends Request<?>> requestType) {
            visitor.handledElsewhere(requestType);
        }

        @Override
        public <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType) {
            visitor.eventHandler(eventType, handlerType);
        }

        @Override
        public void domainEvent(Class<? extends DomainEvent> eventType) {
            visitor.domainEvent(eventType);
        }

        @Override
        public <Q extends Request<?>> void behavior(
                Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType) {
            visitor.behavior(requestType, behaviorType);
        }
    }
}
