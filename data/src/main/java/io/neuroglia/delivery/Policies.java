package io.neuroglia.delivery;

import io.neuroglia.mediation.EventSubscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The policies of all handlers, complete when delivery starts. */
final class Policies {
    private final Map<String, HandlerPolicy> byHandler = new HashMap<>();

    /**
     * Puts together what settings, annotations and start-up code say, the later before the earlier.
     *
     * @throws IllegalStateException if start-up code names a handler that there is not
     */
    Policies(
            HandlerPolicy standard,
            Collection<EventSubscription> handlers,
            Map<String, UnaryOperator<HandlerPolicy>> changes) {
        Set<String> unknown = new TreeSet<>(changes.keySet());
        for (EventSubscription handler : handlers) {
            String name = handler.handlerName();
            unknown.remove(name);
            HandlerPolicy declared = standard.with(handler.handlerType().getAnnotation(DeliveryPolicy.class));
            byHandler.put(
                    name, changes.getOrDefault(name, UnaryOperator.identity()).apply(declared));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Delivery policies are given for handlers that there are not: " + unknown
                    + ". Known are " + new TreeSet<>(byHandler.keySet()));
        }
    }

    HandlerPolicy of(EventSubscription handler) {
        return Objects.requireNonNull(byHandler.get(handler.handlerName()), handler.handlerName());
    }
}
