package io.neuroglia.spring.mediation;

import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.mediation.MediatorDescription;
import io.neuroglia.spring.internal.ExceptionOutcomes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Completes the mediator when all singletons exist, so that handlers may have the mediator injected, and before anything
 * starts that could use it.
 */
final class MediatorAssembly implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(MediatorAssembly.class);

    private final MediatorBuilder builder;
    private final HandlerIndexes indexes;
    private final BehaviorBeans behaviors;
    private final List<MediatorCustomizer> customizers;
    private final BeanFactory beans;

    MediatorAssembly(
            MediatorBuilder builder,
            HandlerIndexes indexes,
            BehaviorBeans behaviors,
            List<MediatorCustomizer> customizers,
            BeanFactory beans) {
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
        indexes.all().forEach(index -> builder.index(index, beans::getBean));
        customizers.forEach(customizer -> customizer.customize(builder));
        log(builder.build().describe());
    }

    private <X extends Exception> void mapFailure(Class<X> type) {
        builder.mapFailure(
                type, exception -> ExceptionOutcomes.problemOf(exception).orElseThrow(() -> unmapped(exception)));
    }

    /** What only looks like an outcome reaches the caller as it was thrown. */
    private static RuntimeException unmapped(Exception exception) {
        return exception instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(exception);
    }

    private static void log(MediatorDescription known) {
        LOG.info(
                "The mediator knows {} requests with their handlers, and {} event handlers",
                known.pipelines().size(),
                known.eventHandlers().size());
        known.pipelines().forEach(pipeline -> LOG.debug("{}", pipeline));
    }
}
