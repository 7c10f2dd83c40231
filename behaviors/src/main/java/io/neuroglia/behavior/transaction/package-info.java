/**
 * Runs each command in a unit of work: all its changes and events take effect, or none.
 *
 * <pre>{@code
 * Mediator.builder().behavior(Command.class, new TransactionBehavior(unitOfWork));
 * }</pre>
 */
@NullMarked
package io.neuroglia.behavior.transaction;

import org.jspecify.annotations.NullMarked;
