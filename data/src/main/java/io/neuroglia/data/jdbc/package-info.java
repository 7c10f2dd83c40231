/**
 * Aggregates in PostgreSQL through plain JDBC: one row each, their state as JSON.
 *
 * <pre>{@code
 * Repository<Order, String> orders = PostgresRepository.of(transactions, unitOfWork, "pizzeria.customer_order", new OrderMapping());
 * }</pre>
 */
@NullMarked
package io.neuroglia.data.jdbc;

import org.jspecify.annotations.NullMarked;
