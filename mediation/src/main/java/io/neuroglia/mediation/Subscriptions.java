package io.neuroglia.mediation;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.LogicalNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event handlers of a mediator in the order of registration, each under a name of its own. */
final class Subscriptions {
    private final Map<String, EventSubscription> byName = new LinkedHashMap<>();

    void add(EventSubscription subscription) {
        EventSubscription other = byName.putIfAbsent(subscription.handlerName(), subscription);
        if (other != null) {
            throw new IllegalStateException("Two event handlers are named " + subscription.handlerName() + ": " + other
                    + " and " + subscription + ". Give one of them a @LogicalName of its own.");
        }
    }

    List<EventSubscription> all() {
        return List.copyOf(byName.values());
    }

    /** The logical name of a handler's class; the names of functions and anonymous classes are made anew each time. */
    static String nameOf(EventHandler<?> handler) {
        Class<?> type = handler.getClass();
        if (type.isHidden() || type.isAnonymousClass()) {
            throw new IllegalArgumentException("The event handler " + type.getName()
                    + " is a function or anonymous, so it has no name that lasts. Use on(name, eventType, handler).");
        }
        return LogicalNames.of(type);
    }
}
