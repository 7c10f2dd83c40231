/**
 * The compiler's half: finds handlers, behaviors and events, checks them, and writes for each package an index that the
 * application reads at its start. Build tools call it; people read what it wrote:
 *
 * <pre>{@code
 * public final class NeurogliaIndex implements HandlerIndex {
 *     @Override
 *     public void accept(HandlerIndexVisitor visitor) {
 *         visitor.handler(PlaceOrderCommand.class, PlaceOrderCommandHandler.class);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.processor;

import org.jspecify.annotations.NullMarked;
