package io.neuroglia.spring.mediation;

import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.spring.internal.ExceptionOutcomes;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Completes the mediator when all singletons exist, so that handlers may have the mediator injected, and before anything
 * starts that could use it.
 */
final class MediatorAssembly implements SmartInitializingSingleton {
    private final MediatorBuilder builder;
    private final HandlerIndexes indexes;
    private final BehaviorBeans behaviors;
    private final List<MediatorCustomizer> customizers;
    private final ListableBeanFactory beans;

    MediatorAssembly(
            MediatorBuilder builder,
            HandlerIndexes indexes,
            BehaviorBeans behaviors,
            List<MediatorCustomizer> customizers,
            ListableBeanFactory beans) {
        this.builder = builder;
        this.indexes = indexes;
        this.behaviors = behaviors;
        this.customizers = customizers;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        IndexedTypes indexed = IndexedTypes.of(indexes);
        ExceptionOutcomes.types().forEach(this::mapFailure);
        behaviors.registerWith(builder, indexed.components());
        builder.index(indexes, this::bean);
        customizers.forEach(customizer -> customizer.customize(builder));
        UnindexedHandlers.of(beans, indexed.components())
                .compare(builder.build().describe(), indexes);
    }

    private <X extends Exception> void mapFailure(Class<X> type) {
        builder.mapFailure(
                type, exception -> ExceptionOutcomes.problemOf(exception).orElseThrow(() -> unmapped(exception)));
    }

    /** What only looks like an outcome reaches the caller as it was thrown. */
    private static RuntimeException unmapped(Exception exception) {
        return exception instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(exception);
    }

    /** No bean was made of a class that Spring cannot look into. */
    private <T> T bean(Class<T> type) {
        IndexedTypes.requireLoadable(type);
        return beans.getBean(type);
    }
}
