/**
 * What an application implements: one handler per command or query, any number per event.
 *
 * <pre>{@code
 * final class StartCookingCommandHandler implements CommandHandler<StartCookingCommand, CookingStarted> {
 *     @Override
 *     public OperationResult<CookingStarted> handle(StartCookingCommand command) { … }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.handler;

import org.jspecify.annotations.NullMarked;
