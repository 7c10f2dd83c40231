/**
 * One line in the log for each request: its name, how it ended, how long it took.
 *
 * <pre>{@code
 * Mediator.builder().behavior(Request.class, new LoggingBehavior());
 * // PlaceOrderCommand succeeded in 12.3 ms
 * }</pre>
 */
@NullMarked
package io.neuroglia.behavior.logging;

import org.jspecify.annotations.NullMarked;
