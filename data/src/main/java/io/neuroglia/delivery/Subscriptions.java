package io.neuroglia.delivery;

import io.neuroglia.data.json.StoredJson;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handlers and event types that this process knows, by the names under which they are stored. */
final class Subscriptions {
    private final Mediator mediator;
    private final Map<String, EventSubscription> handlers = new HashMap<>();
    private final Map<String, Class<? extends DomainEvent>> types = new HashMap<>();
    private final List<String> handlerNames;

    /**
     * Looks up what a mediator knows.
     *
     * @throws IllegalStateException if two event types have one logical name
     */
    Subscriptions(Mediator mediator) {
        this.mediator = mediator;
        mediator.subscriptions().forEach(handler -> handlers.put(handler.handlerName(), handler));
        this.handlerNames = handlers.keySet().stream().sorted().toList();
        mediator.domainEvents().forEach(this::register);
    }

    List<String> handlerNames() {
        return handlerNames;
    }

    List<String> handlersOf(DomainEvent event) {
        return mediator.subscriptions(event.getClass()).stream()
                .map(EventSubscription::handlerName)
                .toList();
    }

    @Nullable
    EventSubscription handler(String name) {
        return handlers.get(name);
    }

    /**
     * Reads a stored event back.
     *
     * @throws IllegalStateException if its type is not known here
     */
    DomainEvent read(StoredEvent stored) {
        Class<? extends DomainEvent> type = types.get(stored.type());
        if (type == null) {
            throw new IllegalStateException("Stored event type " + stored.type() + " is not known. If its class was"
                    + " renamed, give it @LogicalName(\"" + stored.type() + "\"); known are " + types.keySet());
        }
        return StoredJson.read(stored.payload(), type);
    }

    private void register(Class<? extends DomainEvent> type) {
        Class<?> other = types.putIfAbsent(LogicalNames.of(type), type);
        if (other != null && other != type) {
            throw new IllegalStateException("Two event types are named " + LogicalNames.of(type) + ": "
                    + other.getName() + " and " + type.getName() + ". Give one of them a @LogicalName of its own.");
        }
    }
}
