package io.neuroglia.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a request has no handler in this compilation on purpose: it is handled in another module or by a function
 * registered at start-up. Without it the compiler reports the missing handler. The application still checks at start-up
 * that somebody handles it.
 *
 * @since 0.1
 */
@Documented
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
public @interface HandledElsewhere {}
