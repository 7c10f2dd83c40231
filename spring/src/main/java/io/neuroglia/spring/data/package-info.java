/**
 * Aggregates and durable delivery in a Spring Boot application: they join Spring's transactions, and deliver while the
 * application runs.
 *
 * <pre>{@code
 * @Bean
 * Repository<Order, String> orders(Transactions transactions, EventSink events) {
 *     return PostgresRepository.of(transactions, events, "customer_order", new OrderMapping());
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.spring.data;

import org.jspecify.annotations.NullMarked;
