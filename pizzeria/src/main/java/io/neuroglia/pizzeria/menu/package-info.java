/**
 * What the pizzeria offers, and what it costs.
 *
 * <pre>{@code
 * mediator.execute(new GetMenuQuery("pizza", true));
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.menu;

import org.jspecify.annotations.NullMarked;
