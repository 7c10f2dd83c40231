package io.neuroglia.spring.mediation;

import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/** The behaviors that are beans without being indexed, such as the library's own. */
final class BehaviorBeans {
    private final ObjectProvider<PipelineBehavior<?>> beans;

    BehaviorBeans(ObjectProvider<PipelineBehavior<?>> beans) {
        this.beans = beans;
    }

    /** Registers them in an order that does not depend on the container's: by {@code @Order}, then by name. */
    void registerWith(MediatorBuilder builder, Set<Class<?>> indexed) {
        List<PipelineBehavior<?>> unindexed = beans.stream()
                .filter(behavior -> !indexed.contains(AopUtils.getTargetClass(behavior)))
                .sorted(AnnotationAwareOrderComparator.INSTANCE.thenComparing(Comparator.comparing(
                        behavior -> AopUtils.getTargetClass(behavior).getName())))
                .toList();
        unindexed.forEach(behavior -> register(builder, behavior));
    }

    @SuppressWarnings("unchecked") // the type argument is read from the behavior's own declaration
    private static void register(MediatorBuilder builder, PipelineBehavior<?> behavior) {
        builder.behavior(
                (Class<Request<?>>) requestTypeOf(AopUtils.getTargetClass(behavior)),
                (PipelineBehavior<Request<?>>) behavior);
    }

    private static Class<?> requestTypeOf(Class<?> behaviorType) {
        Class<?> requestType =
                ResolvableType.forClass(PipelineBehavior.class, behaviorType).resolveGeneric();
        if (requestType == null) {
            throw new IllegalStateException("The class of the behavior " + behaviorType.getName()
                    + " does not say to which requests it applies. Declare it as PipelineBehavior<Command<?>> or alike,"
                    + " or register it by a MediatorCustomizer instead of as a bean.");
        }
        return requestType;
    }
}
