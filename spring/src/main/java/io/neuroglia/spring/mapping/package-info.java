/**
 * The mapper in a Spring Boot application: one {@link io.neuroglia.mapping.Mapper} that knows all mappings which the
 * compiler indexed.
 *
 * <pre>{@code
 * @Bean
 * MapperCustomizer receipts() {
 *     return builder -> builder.mapping(Order.class, Receipt.class, Receipt::of);
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.spring.mapping;

import org.jspecify.annotations.NullMarked;
