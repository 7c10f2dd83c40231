package io.neuroglia.delivery.policy;

import io.neuroglia.mediation.EventSubscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The policies of all handlers, complete when delivery starts. Immutable; thread-safe.
 *
 * @since 0.1
 */
public final class Policies {
    private final Map<String, HandlerPolicy> byHandler = new HashMap<>();

    /**
     * Combines settings, annotations and start-up code; the later overrides the earlier.
     *
     * @param standard of a handler that says nothing else
     * @param handlers all that there are
     * @param changes made by start-up code, by handler name
     * @throws IllegalStateException if start-up code names a handler that does not exist
     */
    public Policies(
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
            throw new IllegalStateException("Delivery policies are given for handlers that do not exist: " + unknown
                    + ". Known are " + new TreeSet<>(byHandler.keySet()));
        }
    }

    /**
     * The policy of a handler.
     *
     * @param handler logical name of one of the handlers
     * @return its policy
     */
    public HandlerPolicy of(String handler) {
        return Objects.requireNonNull(byHandler.get(handler), handler);
    }
}
