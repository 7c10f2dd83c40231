/**
 * The kitchen: cooks orders, shows them on its display, and is full at some point.
 *
 * <pre>{@code
 * mediator.execute(new StartCookingCommand(orderId, "staff_001", 20));
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.kitchen;

import org.jspecify.annotations.NullMarked;
