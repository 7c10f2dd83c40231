/**
 * Amounts of money.
 *
 * <pre>{@code
 * Money.of("12.99").plus(Money.of("2.50")) // 15.49
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.money;

import org.jspecify.annotations.NullMarked;
