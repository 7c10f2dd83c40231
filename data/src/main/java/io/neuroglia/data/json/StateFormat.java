package io.neuroglia.data.json;

import io.neuroglia.data.AggregateMapping;
import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.Upcaster;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the states of one aggregate, which evolve. From version 2 on, a state is written with its version as
 * the field {@code @version}; one without that field has version 1, so what was stored before stays as it is.
 * Thread-safe.
 *
 * @param <S> the stored state
 * @since 0.1
 */
public final class StateFormat<S> {
    private static final String VERSION = "@version";
    private static final String QUOTED_VERSION = '"' + VERSION + '"';

    private final StoredFormat format;
    private final Class<S> type;
    private final int version;
    private final Map<Integer, Upcaster> upcasters;

    private StateFormat(StoredFormat format, AggregateMapping<?, S> mapping) {
        this.format = format;
        this.type = mapping.stateType();
        this.version = mapping.stateVersion();
        this.upcasters = Map.copyOf(mapping.upcasters());
    }

    /**
     * The states of a mapping.
     *
     * @param format how values are written and read
     * @param mapping names the state's class, its version, and what leads to it
     * @param <S> the stored state
     * @return writes and reads them
     * @throws IllegalArgumentException if the upcasters do not lead from one version to the next up to the present one
     */
    public static <S> StateFormat<S> of(StoredFormat format, AggregateMapping<?, S> mapping) {
        StateFormat<S> states = new StateFormat<>(format, mapping);
        states.requireNoGap(mapping.getClass());
        return states;
    }

    /**
     * The JSON of a state.
     *
     * @param state of the present version
     * @return JSON text with its version
     * @throws DataFailureException if it cannot be written, or could not be read again as it is
     */
    public String write(S state) {
        String json = format.write(state, type);
        boolean isObject = json.startsWith("{");
        if (isObject && json.contains(QUOTED_VERSION) && format.readTree(json).has(VERSION)) {
            throw new DataFailureException("Cannot store " + type.getName() + ": its field " + VERSION
                    + " is the one that holds the version. Give it another name.");
        }
        if (version == 1) {
            return json;
        }
        if (!isObject) {
            throw new DataFailureException("Cannot store version " + version + " of " + type.getName()
                    + ": only a JSON object can have a version. Make it a record.");
        }
        return "{" + QUOTED_VERSION + ":" + version + (json.equals("{}") ? "" : ",") + json.substring(1);
    }

    /**
     * The state of a JSON text.
     *
     * @param json as it was stored by this or a former version
     * @return the state in its present form
     * @throws DataFailureException if it cannot be read; names the field
     */
    public S read(String json) {
        if (version == 1 && !json.contains(QUOTED_VERSION)) {
            return format.read(json, type);
        }
        JsonNode tree = format.readTree(json);
        int from = takeVersion(tree);
        if (from > version) {
            throw new DataFailureException(
                    "The state has version " + from + " and was stored by newer code; this code knows " + type.getName()
                            + " up to version " + version + ".");
        }
        for (int each = from; each < version; each++) {
            tree = upcast(tree, each);
        }
        return format.read(tree, type);
    }

    private JsonNode upcast(JsonNode tree, int from) {
        @Nullable Upcaster upcaster = upcasters.get(from);
        if (upcaster == null) {
            throw new DataFailureException(
                    "The state has version " + from + " and there is no upcaster from it to version " + (from + 1)
                            + " of " + type.getName() + ". Add one to the AggregateMapping.");
        }
        try {
            return upcaster.upcast(tree);
        } catch (RuntimeException cause) {
            throw new DataFailureException(
                    "The upcaster from version " + from + " of " + type.getName() + " failed", cause);
        }
    }

    private static int takeVersion(JsonNode tree) {
        if (!(tree instanceof ObjectNode object) || !object.has(VERSION)) {
            return 1;
        }
        JsonNode stored = object.remove(VERSION);
        if (!stored.canConvertToInt() || stored.intValue() < 1) {
            throw new DataFailureException("The field " + VERSION + " holds no version but " + stored + ".");
        }
        return stored.intValue();
    }

    private void requireNoGap(Class<?> mapping) {
        int lowest = version;
        while (upcasters.containsKey(lowest - 1)) {
            lowest--;
        }
        if (version < 1 || lowest < 1 || upcasters.size() != version - lowest) {
            throw new IllegalArgumentException(mapping.getName() + " has upcasters from versions "
                    + upcasters.keySet().stream().sorted().toList()
                    + ", which do not lead from one to the next up to its"
                    + " version " + version + ". Versions begin with 1.");
        }
    }
}
