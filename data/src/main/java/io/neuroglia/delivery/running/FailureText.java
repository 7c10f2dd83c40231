package io.neuroglia.delivery.running;

import io.neuroglia.delivery.schema.StorableText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure in words, bounded and storable, whatever the exception's own methods do. Immutable; thread-safe.
 *
 * @param error class and message of the exception
 * @param stackTrace its stack trace with those of its causes, cut off where it gets long
 * @since 0.1
 */
public record FailureText(String error, String stackTrace) {
    private static final int LONGEST_ERROR = 2_000;
    private static final int LONGEST_TRACE = 8_000;
    private static final int MOST_CAUSES = 20;
    private static final int MOST_FRAMES = 60;

    /**
     * The text of an exception.
     *
     * @param failure any exception or error
     * @return its text
     */
    public static FailureText of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable next = failure;
        for (int depth = 0; next != null && depth < MOST_CAUSES && trace.length() < LONGEST_TRACE; depth++) {
            if (!seen.add(next)) {
                break;
            }
            trace.append(depth == 0 ? "" : "Caused by: ").append(describe(next)).append('\n');
            appendFrames(trace, next);
            next = causeOf(next);
        }
        return new FailureText(describe(failure), StorableText.of(trace.toString(), LONGEST_TRACE));
    }

    /**
     * The text of a failure that no exception caused.
     *
     * @param error one sentence
     * @return the text, without a stack trace
     */
    public static FailureText of(String error) {
        return new FailureText(StorableText.of(error, LONGEST_ERROR), "");
    }

    private static String describe(Throwable failure) {
        try {
            return StorableText.of(String.valueOf(failure), LONGEST_ERROR);
        } catch (Throwable broken) {
            return failure.getClass().getName() + " (its message cannot be read: "
                    + broken.getClass().getName() + ")";
        }
    }

    private static void appendFrames(StringBuilder trace, Throwable failure) {
        try {
            StackTraceElement[] frames = failure.getStackTrace();
            for (int i = 0; i < frames.length && i < MOST_FRAMES && trace.length() < LONGEST_TRACE; i++) {
                trace.append("\tat ").append(frames[i]).append('\n');
            }
        } catch (Throwable broken) {
            trace.append("\t(its stack trace cannot be read: ")
                    .append(broken.getClass().getName())
                    .append(")\n");
        }
    }

    private static @Nullable Throwable causeOf(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable broken) {
            return null;
        }
    }
}
