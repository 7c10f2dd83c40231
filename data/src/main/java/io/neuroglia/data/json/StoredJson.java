package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads what is stored: field names and enum constants as in Java, decimals with their scale, times as ISO-8601
 * in their own offset or zone. Unknown fields are ignored, so that older code reads what newer code wrote. Thread-safe.
 *
 * @since 0.1
 */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .build();
    private static final JsonMapper EXACT = MAPPER.rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoredJson() {}

    /**
     * The JSON of a value.
     *
     * @param value plain data, such as a record
     * @return JSON text
     * @throws DataFailureException if the value cannot be written
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot write " + value.getClass().getName() + " as JSON", cause);
        }
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
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot read stored JSON as " + type.getName(), cause);
        }
    }

    /**
     * The tree of a JSON text.
     *
     * @param json what {@link #write(Object)} made
     * @return the tree
     * @throws DataFailureException if the text is no JSON
     */
    public static JsonNode readTree(String json) {
        try {
            return MAPPER.readTree(json);
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
    public static <V> V read(JsonNode json, Class<V> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot read stored JSON as " + type.getName(), cause);
        }
    }

    /**
     * The value of a JSON text that a person wrote: every field must be there, and no other.
     *
     * @param json text
     * @param type class of the value
     * @param <V> its type
     * @return the value
     * @throws DataFailureException if the text is no such value, caused by an exception that says where
     */
    public static <V> V readExactly(String json, Class<V> type) {
        try {
            return EXACT.readValue(json, type);
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot read given JSON as " + type.getName(), cause);
        }
    }
}
