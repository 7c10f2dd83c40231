/**
 * Who may do what: accounts, roles, logging in, and the check in the pipeline.
 *
 * <pre>{@code
 * @RequiresRole(Role.STAFF)
 * record StartCookingCommand(…) implements Command<CookingStarted> {}
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.access;

import org.jspecify.annotations.NullMarked;
