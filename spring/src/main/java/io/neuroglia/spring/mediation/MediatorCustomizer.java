package io.neuroglia.spring.mediation;

import io.neuroglia.mediation.MediatorBuilder;

/**
 * A bean of this type completes the set-up of the mediator: handlers and behaviors that are functions, and exceptions
 * that mean an outcome. Customizers run in their {@link org.springframework.core.annotation.Order}, after all handlers
 * and behaviors of the index and all behaviors that are beans are registered.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MediatorCustomizer {
    /**
     * Adds to the set-up.
     *
     * @param builder not to be built; the application does this when all customizers have run
     */
    void customize(MediatorBuilder builder);
}
