/**
 * Aggregates, and the repositories that keep them.
 *
 * <pre>{@code
 * orders.findById(id).ifPresent(order -> {
 *     order.startCooking(staff, minutes);
 *     orders.save(order);
 * });
 * }</pre>
 */
@NullMarked
package io.neuroglia.data;

import org.jspecify.annotations.NullMarked;
