package io.neuroglia.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a command whose handler opens its units of work itself, because it waits for something slow between them, such as a
 * remote service: reserve, call, settle. No unit is opened around it, so none holds a database connection while it waits,
 * and it is never run again by itself, because nobody could undo the call.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutsideUnitOfWork {}
