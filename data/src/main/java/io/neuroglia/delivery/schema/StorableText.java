package io.neuroglia.delivery.schema;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Checks texts where they are supplied, so that the database cannot reject a batch because of one of them.
 *
 * @since 0.1
 */
public final class StorableText {
    /** The longest key of events, in bytes of UTF-8: a longer one would not fit into an index. */
    public static final int LONGEST_KEY = 1_000;

    /** The longest logical name of an event type or handler, in bytes of UTF-8. */
    public static final int LONGEST_NAME = 300;

    private StorableText() {}

    /**
     * Checks a text.
     *
     * @param what names the text in the message, such as "The key of OrderPlaced"
     * @param text to be stored
     * @param longest how many bytes of UTF-8 it may have
     * @return the text
     * @throws IllegalArgumentException if it is too long, contains NUL, or cannot be encoded
     */
    public static String require(String what, String text, int longest) {
        String flaw = flaw(text, longest);
        if (flaw != null) {
            throw new IllegalArgumentException(what + " cannot be stored: it " + flaw + ".");
        }
        return text;
    }

    private static @Nullable String flaw(String text, int longest) {
        if (text.indexOf('\0') >= 0) {
            return "contains the character NUL";
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return "contains half of a surrogate pair, which UTF-8 cannot encode";
        }
        int length = text.length() * 3 <= longest ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        return length > longest ? "has " + length + " bytes, more than " + longest : null;
    }

    /**
     * A text that can be stored, made of any text: what cannot be stored is replaced, what is too long is cut off.
     *
     * @param text any text
     * @param longest how many characters to keep
     * @return a text that the database accepts
     */
    public static String of(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        byte[] encodable = cut.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        return new String(encodable, StandardCharsets.UTF_8);
    }
}
