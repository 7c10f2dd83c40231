package io.neuroglia.benchmarks.publish;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Who tells events to those who listen. */
public enum Rival {
    /** A loop over the listeners: the floor. */
    DIRECT {
        @Override
        Publisher prepare(List<EventHandler<OrderPlaced>> listeners) {
            return event -> {
                for (EventHandler<OrderPlaced> listener : listeners) {
                    listener.handle(event);
                }
            };
        }
    },
    /** Ours. */
    NEUROGLIA {
        @Override
        Publisher prepare(List<EventHandler<OrderPlaced>> listeners) {
            MediatorBuilder builder = Mediator.builder();
            listeners.forEach(listener -> builder.on(OrderPlaced.class, listener));
            Mediator mediator = builder.build();
            return mediator::publish;
        }
    },
    /** Spring's {@code publishEvent}, to beans with {@code @EventListener} methods. */
    SPRING {
        @Override
        Publisher prepare(List<EventHandler<OrderPlaced>> listeners) {
            GenericApplicationContext context = new AnnotationConfigApplicationContext();
            for (EventHandler<OrderPlaced> listener : listeners) {
                context.getBeanFactory().registerSingleton(listener.getClass().getSimpleName(), listener);
            }
            context.refresh();
            return context::publishEvent;
        }
    };

    /** Sets the rival up for its listeners. */
    abstract Publisher prepare(List<EventHandler<OrderPlaced>> listeners);
}
