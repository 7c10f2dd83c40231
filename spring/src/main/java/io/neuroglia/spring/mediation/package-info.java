/**
 * The mediator in a Spring Boot application: every handler that the compiler indexed becomes a bean, and one
 * {@link io.neuroglia.mediation.Mediator} knows them all.
 *
 * <pre>{@code
 * @Bean
 * MediatorCustomizer audit(AuditBehavior audit) {
 *     return builder -> builder.behavior(Command.class, audit);
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.spring.mediation;

import org.jspecify.annotations.NullMarked;
