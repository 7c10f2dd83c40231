package io.neuroglia.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a failure, in words that may be shown to the caller. Immutable; thread-safe. The parts follow RFC 9457
 * without depending on HTTP.
 *
 * @since 0.1
 */
public final class Problem {
    private final FailureKind kind;
    private final String message;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final Map<String, Object> extensions;

    private Problem(
            FailureKind kind,
            String message,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            Map<String, Object> extensions) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.message = Objects.requireNonNull(message, "message");
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.extensions = extensions;
    }

    /**
     * A problem of a kind, with its message.
     *
     * @param kind why the request failed
     * @param message what happened, for the caller's eyes: no stack trace, SQL or class name
     * @return the problem
     */
    public static Problem of(FailureKind kind, String message) {
        return new Problem(kind, message, List.of(), null, Map.of());
    }

    /**
     * A validation problem; its message is the first error's.
     *
     * @param errors the broken rules, at least one
     * @return the problem
     * @throws IllegalArgumentException if there is no error
     */
    public static Problem validation(List<FieldError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A validation problem needs at least one field error");
        }
        return new Problem(FailureKind.VALIDATION, errors.get(0).message(), List.copyOf(errors), null, Map.of());
    }

    /**
     * The same problem with the time after which trying again makes sense.
     *
     * @param delay a positive duration from now
     * @return a new problem
     * @throws IllegalArgumentException if the delay is zero or negative
     */
    public Problem withRetryAfter(Duration delay) {
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("Retry-after must be positive but is " + delay);
        }
        return new Problem(kind, message, errors, delay, extensions);
    }

    /**
     * The same problem with one more field error.
     *
     * @param error the broken rule
     * @return a new problem
     */
    public Problem withError(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(Objects.requireNonNull(error, "error"));
        return new Problem(kind, message, List.copyOf(more), retryAfter, extensions);
    }

    /**
     * The same problem with an extension member, an existing one of that name being replaced.
     *
     * @param name the member's name
     * @param value the member's value, which the edge serializes
     * @return a new problem
     */
    public Problem withExtension(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Problem(kind, message, errors, retryAfter, Collections.unmodifiableMap(more));
    }

    /**
     * Why the request failed.
     *
     * @return the kind
     */
    public FailureKind kind() {
        return kind;
    }

    /**
     * What happened, for the caller's eyes.
     *
     * @return the message
     */
    public String message() {
        return message;
    }

    /**
     * The broken rules by field, in the order found.
     *
     * @return an unmodifiable list, empty unless fields are to blame
     */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * After which time trying again makes sense.
     *
     * @return the duration from now, or empty
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Further members for the caller.
     *
     * @return an unmodifiable map in insertion order
     */
    public Map<String, Object> extensions() {
        return extensions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Problem that
                && kind == that.kind
                && message.equals(that.message)
                && errors.equals(that.errors)
                && Objects.equals(retryAfter, that.retryAfter)
                && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, message, errors, retryAfter, extensions);
    }

    @Override
    public String toString() {
        return kind + ": " + message + (errors.isEmpty() ? "" : " (" + errors.size() + " field errors)");
    }
}
