package io.neuroglia.caching;

import io.neuroglia.message.Query;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the queries whose kept answers a command may make wrong. When {@code execute} returns, all answers of these types
 * are forgotten, however the command ended: forgetting a right answer costs one computation, keeping a wrong one costs
 * trust. To forget some answers of a type only, call {@link QueryCache#evict(Class, java.util.function.Predicate)} in the
 * command's handler instead.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Evicts {
    /**
     * The queries.
     *
     * @return their classes, at least one
     */
    Class<? extends Query<?>>[] value();
}
