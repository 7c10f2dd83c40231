package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds JSON that was written to what can be stored and read: the limits of the reader, text that UTF-8 can encode and
 * PostgreSQL can hold. Nearly all texts pass at the first glance; only one that looks as if it could exceed a limit is
 * parsed.
 */
final class WrittenText {
    private static final String NUL = "\\u0000";
    private static final String NEGATIVE_ZERO = "-0.0";

    private WrittenText() {}

    /**
     * Checks a text.
     *
     * @throws DataFailureException if it could not be stored or read, with the place in it and the limit
     */
    static void requireReadable(String json, JsonMapper mapper, Class<?> type) {
        if (isPlain(json) && !json.contains(NUL) && !json.contains(NEGATIVE_ZERO)) {
            return;
        }
        try (JsonParser parser = mapper.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String flaw = flaw(token, parser);
                if (flaw != null) {
                    String path = FieldPath.of(parser.streamReadContext().pathAsPointer());
                    throw new DataFailureException("Cannot store " + type.getName() + FieldPath.at(path) + ": " + flaw);
                }
            }
        } catch (JacksonException cause) {
            throw new DataFailureException("Cannot store " + type.getName() + ", because it could not be read", cause);
        }
    }

    /** Neither half characters, nor what could be a number or a name that is too long. */
    private static boolean isPlain(String json) {
        int length = json.length();
        if (length > FixedForm.LIMITS.getMaxNameLength()) {
            return false;
        }
        int longest = FixedForm.LIMITS.getMaxNumberLength();
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = json.charAt(i);
            if (c > '9') {
                digits = 0;
                if (Character.isSurrogate(c) && !isPair(json, i++)) {
                    return false;
                }
            } else if (c < '.') {
                digits = 0;
            } else if (++digits > longest) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String json, int index) {
        return Character.isHighSurrogate(json.charAt(index))
                && index + 1 < json.length()
                && Character.isLowSurrogate(json.charAt(index + 1));
    }

    private static @Nullable String flaw(JsonToken token, JsonParser parser) {
        return switch (token) {
            case PROPERTY_NAME, VALUE_STRING -> flawOfText(parser.getString());
            case VALUE_NUMBER_FLOAT ->
                parser.getString().equals(NEGATIVE_ZERO)
                        ? "-0.0 would be read from PostgreSQL as 0.0. Add 0.0 to it before it is stored."
                        : flawOfNumber(parser);
            case VALUE_NUMBER_INT -> flawOfNumber(parser);
            default -> null;
        };
    }

    private static @Nullable String flawOfText(String text) {
        if (text.indexOf('\0') >= 0) {
            return "text with the character NUL cannot be stored in PostgreSQL. Remove it where the text comes in.";
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                return "text with half of a surrogate pair at index " + i
                        + " cannot be encoded as UTF-8. Do not cut text" + " within a character.";
            }
        }
        return null;
    }

    /** The reader looks at the length only when it is asked for the value. */
    private static @Nullable String flawOfNumber(JsonParser parser) {
        parser.getNumberValueExact();
        return null;
    }
}
