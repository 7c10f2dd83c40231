/**
 * Runs a command again that another transaction was in the way of, where that is safe: when its whole unit of work was
 * rolled back.
 *
 * <pre>{@code
 * Mediator.builder()
 *         .behavior(Command.class, new RetryBehavior(unitOfWork, RetrySettings.defaults()))
 *         .behavior(Command.class, new TransactionBehavior(unitOfWork));
 * }</pre>
 */
@NullMarked
package io.neuroglia.behavior.retry;

import org.jspecify.annotations.NullMarked;
