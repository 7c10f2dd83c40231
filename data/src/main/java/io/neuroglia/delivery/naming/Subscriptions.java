package io.neuroglia.delivery.naming;

import io.neuroglia.data.Upcaster;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.data.json.StoredTypes;
import io.neuroglia.delivery.schema.StorableText;
import io.neuroglia.mediation.EventSubscription;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The handlers and event types that this process knows, by the names under which they are stored. Thread-safe.
 *
 * @since 0.1
 */
public final class Subscriptions {
    private static final int LARGEST_PAYLOAD = 1 << 20;

    private final Mediator mediator;
    private final StoredFormat format;
    private final EventTypes types;
    private final Map<String, EventSubscription> handlers = new HashMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final List<String> handlerNames;
    private final Map<Class<?>, List<String>> afterCommit = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<EventSubscription>> beforeCommit = new ConcurrentHashMap<>();

    /**
     * Looks up what a mediator knows.
     *
     * @param mediator knows handlers and event types
     * @param format in which events are written and read
     * @param upcasters by the type's present name, then by the version they start from
     * @throws IllegalStateException if two event types or handlers have one name, or an upcaster belongs to no type
     * @throws IllegalArgumentException if a name cannot be stored
     */
    public Subscriptions(Mediator mediator, StoredFormat format, Map<String, Map<Integer, Upcaster>> upcasters) {
        this.mediator = mediator;
        this.format = format;
        this.types = new EventTypes(mediator.domainEvents(), format, upcasters);
        mediator.subscriptions().stream()
                .filter(handler -> !handler.isInTransaction())
                .forEach(handler -> handlers.put(handler.handlerName(), handler));
        this.handlerNames = handlers.keySet().stream().sorted().toList();
        handlers.values().forEach(this::registerAliases);
        Stream.of(handlerNames, List.copyOf(aliases.keySet()), types.names())
                .flatMap(List::stream)
                .forEach(Subscriptions::requireStorable);
    }

    /**
     * Names of the handlers that are called after the commit.
     *
     * @return sorted
     */
    public List<String> handlerNames() {
        return handlerNames;
    }

    /**
     * Former names of handlers, each with the present one.
     *
     * @return by former name
     */
    public Map<String, String> aliases() {
        return aliases;
    }

    /**
     * A handler's name and its former ones, under which it may have handled an event.
     *
     * @param name the handler's present name
     * @return the names, the present one first
     */
    public List<String> namesOf(String name) {
        return Stream.concat(
                        Stream.of(name), aliases.keySet().stream().filter(alias -> name.equals(aliases.get(alias))))
                .toList();
    }

    /**
     * The handler with a name.
     *
     * @param name its present logical name
     * @return null if this process does not know it
     */
    public @Nullable EventSubscription handler(String name) {
        return handlers.get(name);
    }

    /**
     * All handlers that are called after the commit.
     *
     * @return in no particular order
     */
    public Collection<EventSubscription> all() {
        return handlers.values();
    }

    /**
     * Names of the handlers that an event is delivered to after the commit.
     *
     * @param event to be stored
     * @return in the order of registration
     */
    public List<String> handlersOf(DomainEvent event) {
        return afterCommit.computeIfAbsent(
                event.getClass(),
                type -> mediator.subscriptions(type).stream()
                        .filter(handler -> !handler.isInTransaction())
                        .map(EventSubscription::handlerName)
                        .toList());
    }

    /**
     * The handlers that belong to the transaction that raises an event.
     *
     * @param event about to be stored
     * @return in the order of registration
     */
    public List<EventSubscription> inTransaction(DomainEvent event) {
        return beforeCommit.computeIfAbsent(
                event.getClass(),
                type -> mediator.subscriptions(type).stream()
                        .filter(EventSubscription::isInTransaction)
                        .toList());
    }

    /**
     * Writes an event, once, when it is raised. Whatever could not be read back is rejected here.
     *
     * @param order its place among the events of its key
     * @param event what happened
     * @param headers of who raised it
     * @return the event in the form in which it is stored
     * @throws IllegalArgumentException if its key, size or type cannot be stored
     * @throws io.neuroglia.data.DataFailureException if it cannot be written, or could not be read back as it is
     */
    public EventMessage write(EventOrder order, DomainEvent event, EventHeaders headers) {
        Class<?> type = StoredTypes.of(event);
        String name = LogicalNames.of(type);
        requireReadable(event, type, name);
        if (order.key() != null) {
            StorableText.require("The key of " + name, order.key(), StorableText.LONGEST_KEY);
        }
        String payload = format.write(event);
        requireSmall(payload, name, order);
        return new EventMessage(
                EventIds.next(),
                OffsetDateTime.MIN,
                order,
                name,
                LogicalNames.versionOf(type),
                payload,
                headers,
                event);
    }

    /**
     * Reads a stored event.
     *
     * @param stored the event
     * @return the event itself
     * @throws UnknownEventTypeException if this process does not know its type or version
     * @throws io.neuroglia.delivery.policy.UndeliverableEventException if its payload does not have the form of its type
     */
    public DomainEvent read(EventMessage stored) {
        DomainEvent live = stored.live();
        return live == null ? types.read(stored) : live;
    }

    /**
     * The stored types and versions that can be read.
     *
     * @return names with versions
     */
    public ReadableTypes readableTypes() {
        return types.readable();
    }

    /**
     * The names under which events that a handler listens to are stored.
     *
     * @param handler the handler
     * @return present and former names
     */
    public List<String> typesOf(EventSubscription handler) {
        return types.namesOf(handler.eventType());
    }

    /**
     * Checks that an edited payload has the form of the present version of its type, or deviates from it only as the stored
     * payload does.
     *
     * @param type logical name of the type
     * @param storedVersion version in which the event was stored
     * @param stored the payload before the change
     * @param edited the payload after the change
     * @return the version in which the edited payload is written: the present one, or the stored one
     * @throws UnknownEventTypeException if this process does not know the type
     * @throws io.neuroglia.data.DataFailureException if the payload has another form
     */
    public int requireEdited(String type, int storedVersion, String stored, String edited) {
        return types.requireEdited(type, storedVersion, stored, edited);
    }

    private void requireReadable(DomainEvent event, Class<?> type, String name) {
        if (!types.canReadBack(type) && !handlersOf(event).isEmpty()) {
            throw new IllegalArgumentException("An event of the class " + type.getName()
                    + " cannot be stored: no event type of this application is stored as " + name
                    + ", so it could not be read back. Known are " + types.names()
                    + ". Let a handler listen to exactly this class, or raise one that is known.");
        }
    }

    private static void requireSmall(String payload, String name, EventOrder order) {
        if (payload.length() > LARGEST_PAYLOAD / 3) {
            int size = payload.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST_PAYLOAD) {
                throw new IllegalArgumentException("The event " + name
                        + (order.key() == null ? "" : " of " + order.key()) + " is " + size
                        + " bytes as JSON, more than the " + LARGEST_PAYLOAD
                        + " that are stored. Store what is large by itself and raise an event that names it.");
            }
        }
    }

    private void registerAliases(EventSubscription handler) {
        for (String alias : LogicalNames.aliasesOf(handler.handlerType())) {
            String other = aliases.putIfAbsent(alias, handler.handlerName());
            if (other != null || handlers.containsKey(alias)) {
                throw new IllegalStateException("The alias " + alias + " of the event handler " + handler.handlerName()
                        + " is also a name of " + (other == null ? alias : other) + ". Remove one of them.");
            }
        }
    }

    private static void requireStorable(String name) {
        StorableText.require("The logical name " + name, name, StorableText.LONGEST_NAME);
        if (name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("The logical name \"" + name + "\" contains a line break.");
        }
    }
}
