package io.neuroglia.data.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of files for any text. Small letters, digits, minus and underscore stand for themselves; all else is written as
 * its bytes, also large letters, because some file systems take them for small ones.
 */
final class FileName {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    /** File systems allow 255 bytes, of which endings need some. */
    private static final int LONGEST = 200;

    private static final int BEGINNING = 100;

    private FileName() {}

    /** A name that no other text has, without an ending. */
    static String of(String text) {
        StringBuilder name = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(each) >= 0) {
                name.append((char) each);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(each));
            }
        }
        if (name.length() > LONGEST) {
            return name.substring(0, BEGINNING) + "~" + hash(text);
        }
        return name.isEmpty() ? "%" : name.toString();
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
