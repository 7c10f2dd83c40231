package io.neuroglia.result;

import java.util.Objects;

/**
 * One broken rule of one field.
 *
 * @param field path of the field in the request's own (Java) names, such as {@code pizzaItems[0].size}; empty when the
 *     rule concerns the request as a whole
 * @param message what is wrong, in words for the caller
 * @since 0.1
 */
public record FieldError(String field, String message) {
    /**
     * Checks that both parts are given.
     *
     * @throws NullPointerException if one is null
     */
    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
