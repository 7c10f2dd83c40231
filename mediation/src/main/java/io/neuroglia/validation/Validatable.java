package io.neuroglia.validation;

/**
 * A request that checks rules of its own. The validation stage calls it after the declarative constraints and refuses
 * the request when a rule is broken.
 *
 * @since 0.1
 */
public interface Validatable {
    /**
     * Checks the rules that need nothing but the request itself.
     *
     * @return the broken rules, if any
     */
    ValidationResult validate();
}
