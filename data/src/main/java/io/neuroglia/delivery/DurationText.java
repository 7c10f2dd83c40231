package io.neuroglia.delivery;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, or ISO-8601. */
final class DurationText {
    private static final Pattern SIMPLE = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");

    private DurationText() {}

    /** The duration, or another one for an empty text. */
    static Duration or(String text, Duration otherwise) {
        return text.isEmpty() ? otherwise : parse(text);
    }

    private static Duration parse(String text) {
        Matcher simple = SIMPLE.matcher(text);
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException cause) {
            throw new IllegalArgumentException(
                    "Not a duration: " + text + ". Write a number and ms, s, m or h, such as 500ms, or ISO-8601.",
                    cause);
        }
    }
}
