/**
 * Refuses requests that break their declared constraints (Jakarta Validation) or their own rules, before anything happens.
 *
 * <pre>{@code
 * record CreateUserCommand(@NotBlank @Size(max = 50) String firstName) implements Command<UserDto> {}
 *
 * Mediator.builder().behavior(Request.class, new ValidationBehavior(validator));
 * }</pre>
 */
@NullMarked
package io.neuroglia.behavior.validation;

import org.jspecify.annotations.NullMarked;
