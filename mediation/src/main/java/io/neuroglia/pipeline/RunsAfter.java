package io.neuroglia.pipeline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Orders behaviors inside one stage: the annotated behavior stands further in than the named ones. Behaviors that are
 * not registered, or stand in another stage, are ignored; a cycle stops the start.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsAfter {
    /**
     * The behaviors that stand further out.
     *
     * @return their classes
     */
    Class<? extends PipelineBehavior<?>>[] value();
}
