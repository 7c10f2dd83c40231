/**
 * Business rules that a request checks itself, beside declarative constraints.
 *
 * <pre>{@code
 * public ValidationResult validate() {
 *     return ValidationResult.builder().check(from.isBefore(to), "from", "Must lie before to").build();
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.validation;

import org.jspecify.annotations.NullMarked;
