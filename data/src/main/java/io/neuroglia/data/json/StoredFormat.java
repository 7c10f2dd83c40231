package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which values are stored as JSON: field names and enum constants as in Java, decimals with their scale, times
 * as ISO-8601 in their own offset or zone. Immutable and thread-safe.
 *
 * <p><b>What is written can be read.</b> A value that would be refused or changed when it is read is refused when it is
 * written: by the limits of the reader, and by reading it back. Values of a type made of plain data only are read back
 * until one without gaps has passed, all others each time.
 *
 * <p><b>What is read is complete.</b> A component that is missing is an error, unless it is an {@code Optional} or marked
 * {@code @Nullable}. Unknown fields are ignored, so that older code reads what newer code wrote.
 *
 * @since 0.1
 */
public final class StoredFormat {
    private static final StoredFormat STANDARD = new StoredFormat(List.of());

    private final List<JacksonModule> modules;
    private final JsonMapper mapper;
    private final RoundTrip roundTrip;

    private StoredFormat(List<JacksonModule> modules) {
        this.modules = modules;
        this.mapper = FixedForm.mapper(modules);
        this.roundTrip = new RoundTrip(mapper, modules.isEmpty());
    }

    /**
     * The form that is used if no other one is given.
     *
     * @return always the same
     */
    public static StoredFormat standard() {
        return STANDARD;
    }

    /**
     * This form, extended by modules. They can teach it further types, but not relax it: its own features, its limits and
     * its way with missing components are put in place again after the modules.
     *
     * @param further know how further types are written and read
     * @return a new format
     */
    public StoredFormat with(JacksonModule... further) {
        return new StoredFormat(
                Stream.concat(modules.stream(), Stream.of(further)).toList());
    }

    /**
     * The JSON of a value that is going to be read as its own class.
     *
     * @param value plain data, such as a record
     * @return JSON text, from which {@link #read(String, Class)} makes an equal value
     * @throws DataFailureException if the value cannot be written, or could not be read again as it is
     */
    public String write(Object value) {
        return write(value, StoredTypes.of(value));
    }

    /**
     * The JSON of a value.
     *
     * @param value plain data, such as a record
     * @param type the class as which it is going to be read
     * @return JSON text, from which {@link #read(String, Class)} makes an equal value
     * @throws DataFailureException if the value cannot be written, or could not be read again as it is
     */
    public String write(Object value, Class<?> type) {
        String json = json(value, type);
        roundTrip.verifyIfUnknown(value, json, type);
        return json;
    }

    /**
     * Checks that a value is the same after it was written and read: equal, or the same field by field where a class has
     * no {@code equals}. {@link #write(Object)} leaves out what is known to hold for all values of a type; this does not.
     *
     * @param value to be stored
     * @throws DataFailureException if it could not be stored, or would be another one when it is read; says where
     */
    public void verify(Object value) {
        Class<?> type = StoredTypes.of(value);
        roundTrip.verify(value, json(value, type), type);
    }

    /**
     * The value of a JSON text.
     *
     * @param json what {@link #write(Object)} made
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the text is no such value
     */
    public <V> V read(String json, Class<V> type) {
        try {
            return requirePresent(mapper.readValue(json, type), type);
        } catch (JacksonException cause) {
            throw unreadable(type, cause);
        }
    }

    /**
     * The tree of a JSON text.
     *
     * @param json what {@link #write(Object)} made
     * @return the tree
     * @throws DataFailureException if the text is no JSON
     */
    public JsonNode readTree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot read stored JSON", cause);
        }
    }

    /**
     * The value of a JSON tree.
     *
     * @param json a tree of the form that {@link #write(Object)} makes
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the tree is no such value
     */
    public <V> V read(JsonNode json, Class<V> type) {
        try {
            return requirePresent(mapper.treeToValue(json, type), type);
        } catch (JacksonException cause) {
            throw unreadable(type, cause);
        }
    }

    /**
     * The value of a JSON text that a person wrote: every field that is written must be there, and no other. What
     * {@link #write(Object)} made is accepted as it is.
     *
     * @param json text
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the text is no such value; says where
     */
    public <V> V readExactly(String json, Class<V> type) {
        try {
            return exactly(mapper.readTree(json), type, List.of());
        } catch (JacksonException cause) {
            throw unreadable(type, cause);
        }
    }

    /**
     * The value of a stored JSON tree that a person has edited: every field that is written must be there, and no other,
     * except as it was so before. So what was stored is accepted as it is, also if newer code stored it with further
     * fields, or older code with fewer.
     *
     * @param edited the tree after the change, of the present version
     * @param stored the tree before the change, of the present version
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the tree is no such value; says where
     */
    public <V> V readEdited(JsonNode edited, JsonNode stored, Class<V> type) {
        return exactly(edited, type, deviations(stored, type));
    }

    private <V> V exactly(JsonNode given, Class<V> type, List<Difference> allowed) {
        V value = read(given, type);
        differences(given, value).stream()
                .filter(found -> allowed.stream().noneMatch(found::isLike))
                .findFirst()
                .ifPresent(found -> {
                    throw new DataFailureException(
                            "The given JSON is not exactly a " + type.getName() + ": " + found.asFieldError());
                });
        return value;
    }

    /** What is stored may be unreadable, which is why somebody edits it; then nothing deviates in a way that is allowed. */
    private List<Difference> deviations(JsonNode stored, Class<?> type) {
        try {
            return differences(stored, read(stored, type));
        } catch (DataFailureException unreadable) {
            return List.of();
        }
    }

    private List<Difference> differences(JsonNode given, Object value) {
        return Difference.between(given, readTree(json(value, value.getClass()))).stream()
                .filter(Difference::concernsFields)
                .toList();
    }

    private static <V> V requirePresent(@Nullable V value, Class<V> type) {
        if (value == null) {
            throw new DataFailureException("Cannot read stored JSON as " + type.getName() + ": it is empty or null.");
        }
        return value;
    }

    private String json(Object value, Class<?> type) {
        try {
            String json = mapper.writeValueAsString(value);
            WrittenText.requireReadable(json, mapper, type);
            return json;
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot write " + type.getName() + " as JSON" + FieldPath.at(cause), cause);
        }
    }

    private static DataFailureException unreadable(Class<?> type, JacksonException cause) {
        return new DataFailureException("Cannot read stored JSON as " + type.getName() + FieldPath.at(cause), cause);
    }
}
