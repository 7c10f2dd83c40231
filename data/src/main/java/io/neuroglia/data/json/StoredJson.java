package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;

/**
 * Writes and reads what is stored, in the standard {@link StoredFormat}. Thread-safe.
 *
 * @since 0.1
 */
public final class StoredJson {

    private StoredJson() {}

    /**
     * The standard format, extended by modules.
     *
     * @param modules know how further types are written and read
     * @return a format to be handed to repositories
     */
    public static StoredFormat withModules(JacksonModule... modules) {
        return StoredFormat.standard().with(modules);
    }

    /**
     * The JSON of a value.
     *
     * @param value plain data, such as a record
     * @return JSON text, from which {@link #read(String, Class)} makes an equal value
     * @throws DataFailureException if the value cannot be written, or could not be read again as it is
     */
    public static String write(Object value) {
        return StoredFormat.standard().write(value);
    }

    /**
     * Checks that a value is the same after it was written and read, as {@link StoredFormat#verify(Object)} does.
     *
     * @param value to be stored
     * @throws DataFailureException if it could not be stored, or would be another one when it is read
     */
    public static void verify(Object value) {
        StoredFormat.standard().verify(value);
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
    public static <V> V read(String json, Class<V> type) {
        return StoredFormat.standard().read(json, type);
    }

    /**
     * The tree of a JSON text.
     *
     * @param json what {@link #write(Object)} made
     * @return the tree
     * @throws DataFailureException if the text is no JSON
     */
    public static JsonNode readTree(String json) {
        return StoredFormat.standard().readTree(json);
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
    public static <V> V read(JsonNode json, Class<V> type) {
        return StoredFormat.standard().read(json, type);
    }

    /**
     * The value of a JSON text that a person wrote: every field must be there, and no other.
     *
     * @param json text
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the text is no such value; says where
     */
    public static <V> V readExactly(String json, Class<V> type) {
        return StoredFormat.standard().readExactly(json, type);
    }
}
