/**
 * Aggregates in files, for small tools that have no database: one file each, replaced as a whole.
 *
 * <pre>{@code
 * try (var orders = FileRepository.open(Path.of("data"), events, new OrderMapping())) {
 *     orders.add(Order.place(id, pizzas));
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.data.file;

import org.jspecify.annotations.NullMarked;
