package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what was written, and refuses what has become something else. Thread-safe. */
final class RoundTrip {
    private static final String REMEDY =
            ". Use records of plain data, or say by Jackson's annotations how it is written"
                    + " and read, such as by @JsonTypeInfo for an interface.";

    private final JsonMapper mapper;

    /** The classes whose values need not be read back any more. It holds no class that would be unloaded otherwise. */
    private final ClassValue<Known> known;

    /**
     * With a mapper.
     *
     * @param trustsPlainTypes whether nobody has changed how plain data is written and read
     */
    RoundTrip(JsonMapper mapper, boolean trustsPlainTypes) {
        this.mapper = mapper;
        this.known = new ClassValue<>() {
            @Override
            protected Known computeValue(Class<?> type) {
                return new Known(trustsPlainTypes ? Plainness.of(type) : Plainness.NONE);
            }
        };
    }

    /** Verifies a value, unless what is known of its type says that it passes. */
    void verifyIfUnknown(Object value, String json, Class<?> type) {
        Known known = this.known.get(type);
        if (known.passed && value.getClass() == type) {
            return;
        }
        verify(value, json, type);
        known.passed = known.plainness.passesWith(json);
    }

    /**
     * Verifies a value.
     *
     * @throws DataFailureException if what is read of the text is not the same
     */
    void verify(Object value, String json, Class<?> type) {
        Object read = read(json, type);
        String path = Sameness.firstDifference(value, read);
        if (path != null) {
            throw refused(type, path, "it would be another value when it is read");
        }
        for (Difference difference : differences(json, read)) {
            throw refused(type, difference.path(), reason(difference.kind()));
        }
    }

    private Object read(String json, Class<?> type) {
        try {
            Object read = mapper.readValue(json, type);
            if (read == null) {
                throw refused(type, "", "it would be read as null");
            }
            return read;
        } catch (JacksonException cause) {
            throw new DataFailureException(
                    "Cannot store " + type.getName() + FieldPath.at(cause) + ": it could not be read again" + REMEDY,
                    cause);
        }
    }

    private List<Difference> differences(String json, Object read) {
        String again = mapper.writeValueAsString(read);
        return again.equals(json) ? List.of() : Difference.between(mapper.readTree(json), mapper.readTree(again));
    }

    private static String reason(Difference.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> "it is written, but gets lost when it is read";
            case MISSING -> "it is written only after it was read";
            case VALUE -> "it is written in another way after it was read";
        };
    }

    private static DataFailureException refused(Class<?> type, String path, String reason) {
        return new DataFailureException("Cannot store " + type.getName() + FieldPath.at(path) + ": " + reason + REMEDY);
    }

    /** What is known of a class. */
    private static final class Known {
        private final Plainness plainness;
        private volatile boolean passed;

        Known(Plainness plainness) {
            this.plainness = plainness;
        }
    }
}
