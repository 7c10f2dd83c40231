package io.neuroglia.delivery.naming;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.Upcaster;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.delivery.policy.UndeliverableEventException;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The event types that this process can read, by the names and versions under which they are stored. Thread-safe. */
final class EventTypes {
    private final StoredFormat format;
    private final Map<String, StoredType> byName = new HashMap<>();

    /**
     * Types with their former names, and what leads from their former versions to the present one.
     *
     * @param upcasters by the type's present name, then by the version they start from
     * @throws IllegalStateException if two types have one name, or an upcaster belongs to no type
     */
    EventTypes(
            Collection<Class<? extends DomainEvent>> types,
            StoredFormat format,
            Map<String, Map<Integer, Upcaster>> upcasters) {
        this.format = format;
        for (Class<? extends DomainEvent> type : types) {
            String name = LogicalNames.of(type);
            StoredType known =
                    new StoredType(type, LogicalNames.versionOf(type), upcasters.getOrDefault(name, Map.of()));
            register(name, known);
            LogicalNames.aliasesOf(type).forEach(alias -> register(alias, known));
        }
        upcasters.keySet().forEach(this::requireKnown);
    }

    /** All names, present and former. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    /** Names with the versions that can be read. */
    ReadableTypes readable() {
        List<String> names = names();
        return new ReadableTypes(
                names,
                names.stream().map(name -> named(name).lowestVersion()).toList(),
                names.stream().map(name -> named(name).version()).toList());
    }

    /** Whether events of exactly this class can be read back. */
    boolean canReadBack(Class<?> type) {
        StoredType known = byName.get(LogicalNames.of(type));
        return known != null && known.type() == type;
    }

    /** The names under which events that a handler listens to are stored. */
    List<String> namesOf(Class<?> listenedTo) {
        return names().stream()
                .filter(name -> listenedTo.isAssignableFrom(named(name).type()))
                .toList();
    }

    /**
     * Reads a stored event.
     *
     * @throws UnknownEventTypeException if this process does not know its type or version
     * @throws UndeliverableEventException if its payload is none of its type
     */
    DomainEvent read(EventMessage stored) {
        StoredType known = byName.get(stored.type());
        if (known == null) {
            throw UnknownEventTypeException.type(stored.type(), names());
        }
        if (stored.typeVersion() > known.version() || stored.typeVersion() < known.lowestVersion()) {
            throw UnknownEventTypeException.version(
                    stored.type(), stored.typeVersion(), known.lowestVersion(), known.version());
        }
        try {
            return format.read(tree(known, stored.typeVersion(), stored.payload()), known.type());
        } catch (DataFailureException | ClassCastException cause) {
            throw new UndeliverableEventException(
                    "The payload of " + stored + " cannot be read as "
                            + known.type().getName() + ". Edit it, or let the class read what was stored",
                    cause);
        }
    }

    /**
     * Checks that an edited payload has all and only the fields of the present version of its type. One that was edited in
     * the form in which it is stored may deviate from that as the stored one does.
     *
     * @return the version in which the edited payload is written
     * @throws UnknownEventTypeException if this process does not know the type
     * @throws DataFailureException if the payload has another form
     */
    int requireEdited(String type, int storedVersion, String stored, String edited) {
        StoredType known = byName.get(type);
        if (known == null) {
            throw UnknownEventTypeException.type(type, names());
        }
        if (isExactly(edited, known.type())) {
            return known.version();
        }
        format.readEdited(tree(known, storedVersion, edited), tree(known, storedVersion, stored), known.type());
        return storedVersion;
    }

    private boolean isExactly(String payload, Class<?> type) {
        try {
            format.readExactly(payload, type);
            return true;
        } catch (DataFailureException other) {
            return false;
        }
    }

    /** A stored payload in the form of the present version. */
    private JsonNode tree(StoredType known, int storedVersion, String payload) {
        JsonNode tree = format.readTree(payload);
        for (int from = storedVersion; from < known.version(); from++) {
            tree = known.upcaster(from).upcast(tree);
        }
        return tree;
    }

    private StoredType named(String name) {
        StoredType known = byName.get(name);
        if (known == null) {
            throw new IllegalArgumentException("No event type is named " + name);
        }
        return known;
    }

    private void register(String name, StoredType known) {
        StoredType other = byName.putIfAbsent(name, known);
        if (other != null && other.type() != known.type()) {
            throw new IllegalStateException("Two event types are named " + name + ": "
                    + other.type().getName() + " and " + known.type().getName()
                    + ". Give one of them a @LogicalName of its own.");
        }
    }

    private void requireKnown(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalStateException("There is an upcaster for " + name
                    + ", but no event type of that name. Known" + " are " + new TreeSet<>(byName.keySet()));
        }
    }

    /** A class and the versions of its stored form that can be read. */
    private record StoredType(Class<? extends DomainEvent> type, int version, Map<Integer, Upcaster> upcasters) {
        int lowestVersion() {
            int lowest = version;
            while (upcasters.containsKey(lowest - 1)) {
                lowest--;
            }
            return lowest;
        }

        Upcaster upcaster(int from) {
            @Nullable Upcaster upcaster = upcasters.get(from);
            if (upcaster == null) {
                throw new IllegalStateException("No upcaster from version " + from + " of " + type.getName());
            }
            return upcaster;
        }
    }
}
