package io.neuroglia.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a command that may be run again when somebody else has changed what it read: it means the same on the changed data,
 * such as "add one to the stock". Without it the caller is told of the conflict, because what a person decided on old data
 * is not to be applied to new data in silence.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepeatOnConflict {}
