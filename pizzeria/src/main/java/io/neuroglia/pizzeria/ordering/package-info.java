/**
 * Orders: placing them, what becomes of them, and what one may know of them.
 *
 * <pre>{@code
 * mediator.execute(new PlaceOrderCommand("John Doe", "555-0123", "123 Pizza St", items, "cash", "web"));
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.ordering;

import org.jspecify.annotations.NullMarked;
