package io.neuroglia.caching;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a query's successful answers may be kept for a time and given again to equal queries. The time is the sum of
 * the units given, and must be positive. What is kept is shared by callers, so answers are immutable values.
 *
 * <p>It belongs on queries that answer a value: a command changes something each time, and a stream is read only once.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Cached {
    /**
     * Hours an answer may be given again.
     *
     * @return 0 or more
     */
    int hours() default 0;

    /**
     * Minutes an answer may be given again.
     *
     * @return 0 or more
     */
    int minutes() default 0;

    /**
     * Seconds an answer may be given again.
     *
     * @return 0 or more
     */
    int seconds() default 0;

    /**
     * Whether each principal has answers of its own. Say false only if the answer is the same whoever asks.
     *
     * @return false to share answers between all principals
     */
    boolean perPrincipal() default true;
}
