package io.neuroglia.delivery;

import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The handlers and event types that this process knows, by the names under which they are stored. Thread-safe. */
final class Subscriptions {
    private final Mediator mediator;
    private final EventTypes types;
    private final Map<String, EventSubscription> handlers = new HashMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final List<String> handlerNames;
    private final Map<Class<?>, List<String>> afterCommit = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<EventSubscription>> beforeCommit = new ConcurrentHashMap<>();

    /**
     * Looks up what a mediator knows.
     *
     * @throws IllegalStateException if two event types or handlers have one name
     */
    Subscriptions(Mediator mediator, Map<String, Map<Integer, EventUpcaster>> upcasters) {
        this.mediator = mediator;
        this.types = new EventTypes(mediator.domainEvents(), upcasters);
        mediator.subscriptions().stream()
                .filter(handler -> !handler.isInTransaction())
                .forEach(handler -> handlers.put(handler.handlerName(), handler));
        this.handlerNames = handlers.keySet().stream().sorted().toList();
        handlers.values().forEach(this::registerAliases);
    }

    EventTypes types() {
        return types;
    }

    List<String> handlerNames() {
        return handlerNames;
    }

    /** Former names of handlers, each with the present one. */
    Map<String, String> aliases() {
        return aliases;
    }

    /** A handler's name and its former ones, under which it may have handled an event. */
    List<String> namesOf(EventSubscription handler) {
        String name = handler.handlerName();
        return Stream.concat(
                        Stream.of(name), aliases.keySet().stream().filter(alias -> name.equals(aliases.get(alias))))
                .toList();
    }

    /** Names of the handlers that are called after the commit. */
    List<String> handlersOf(DomainEvent event) {
        return afterCommit.computeIfAbsent(
                event.getClass(),
                type -> mediator.subscriptions(type).stream()
                        .filter(handler -> !handler.isInTransaction())
                        .map(EventSubscription::handlerName)
                        .toList());
    }

    /** The handlers that are called before the commit. */
    List<EventSubscription> inTransaction(DomainEvent event) {
        return beforeCommit.computeIfAbsent(
                event.getClass(),
                type -> mediator.subscriptions(type).stream()
                        .filter(EventSubscription::isInTransaction)
                        .toList());
    }

    @Nullable
    EventSubscription handler(String name) {
        return handlers.get(name);
    }

    Collection<EventSubscription> all() {
        return handlers.values();
    }

    /** Reads a stored event, as {@link EventTypes#read(StoredEvent)} does. */
    DomainEvent read(StoredEvent stored) {
        return types.read(stored);
    }

    private void registerAliases(EventSubscription handler) {
        for (String alias : LogicalNames.aliasesOf(handler.handlerType())) {
            String other = aliases.putIfAbsent(alias, handler.handlerName());
            if (other != null || handlers.containsKey(alias)) {
                throw new IllegalStateException("The alias " + alias + " of the event handler " + handler.handlerName()
                        + " is also a name of " + (other == null ? alias : other) + ". Take one of them away.");
            }
        }
    }
}
