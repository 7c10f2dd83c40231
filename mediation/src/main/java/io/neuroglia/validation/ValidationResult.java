package io.neuroglia.validation;

import io.neuroglia.result.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a request breaks. Immutable; thread-safe.
 *
 * @param errors the broken rules, in the order checked; empty when all is well
 * @since 0.1
 */
public record ValidationResult(List<FieldError> errors) {
    /**
     * Copies the errors.
     */
    public ValidationResult {
        errors = List.copyOf(errors);
    }

    /**
     * Whether no rule is broken.
     *
     * @return true when there is no error
     */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /**
     * Starts a check of several rules.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects broken rules. For one thread.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final List<FieldError> errors = new ArrayList<>();

        private Builder() {}

        /**
         * Notes an error unless the rule holds.
         *
         * @param holds whether the rule holds
         * @param field path of the field in Java names, empty for the request as a whole
         * @param message what is wrong, for the caller
         * @return this builder
         */
        public Builder check(boolean holds, String field, String message) {
            if (!holds) {
                errors.add(new FieldError(field, message));
            }
            return this;
        }

        /**
         * Ends the check.
         *
         * @return the broken rules
         */
        public ValidationResult build() {
            return new ValidationResult(errors);
        }
    }
}
