package io.neuroglia.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.mediation.MediatorBuilder.InstanceProvider;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;

/** Registers what an index names with a builder. */
final class IndexRegistration implements HandlerIndexVisitor {
    private final MediatorBuilder builder;
    private final HandlerIndex index;
    private final InstanceProvider instances;

    IndexRegistration(MediatorBuilder builder, HandlerIndex index, InstanceProvider instances) {
        this.builder = builder;
        this.index = index;
        this.instances = instances;
    }

    @Override
    public <R extends Request<T>, T> void handler(
            Class<R> requestType, Class<? extends RequestHandler<R, T>> handlerType) {
        builder.handle(new RegisteredHandler(requestType, instance(handlerType), index::link));
    }

    @Override
    public void handledElsewhere(Class<? extends Request<?>> requestType) {
        builder.require(requestType);
    }

    @Override
    public <E> void eventHandler(Class<E> eventType, Class<? extends EventHandler<? super E>> handlerType) {
        builder.on(LogicalNames.of(handlerType), eventType, instance(handlerType));
    }

    @Override
    public void domainEvent(Class<? extends DomainEvent> eventType) {
        builder.domainEvent(eventType);
    }

    @Override
    public <Q extends Request<?>> void behavior(
            Class<? super Q> requestType, Class<? extends PipelineBehavior<Q>> behaviorType) {
        builder.behavior(requestType, instance(behaviorType));
    }

    private <T> T instance(Class<T> type) {
        T instance = instances.get(type);
        if (instance == null) {
            throw new IllegalStateException("There is no instance of " + type.getName()
                    + ", which the handler index names. Provide one, or take the class out of the compilation.");
        }
        return instance;
    }
}
