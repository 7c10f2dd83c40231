/**
 * The one way from a message to whoever handles it: look-up by class, the composed pipeline, the handler.
 *
 * <pre>{@code
 * Mediator mediator = Mediator.builder()
 *         .handle(Ping.class, ping -> OperationResult.ok("pong"))
 *         .build();
 * OperationResult<String> answer = mediator.execute(new Ping());
 * }</pre>
 */
@NullMarked
package io.neuroglia.mediation;

import org.jspecify.annotations.NullMarked;
