/**
 * The messages an application is written in: commands that change, queries that read, events that tell what happened.
 *
 * <pre>{@code
 * record PlaceOrderCommand(String customerName, List<PizzaItem> pizzaItems) implements Command<OrderReceipt> {}
 * }</pre>
 */
@NullMarked
package io.neuroglia.message;

import org.jspecify.annotations.NullMarked;
