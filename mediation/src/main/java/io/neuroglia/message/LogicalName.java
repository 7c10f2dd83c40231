package io.neuroglia.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event or an event handler is stored, so that its class can be renamed and moved. Without it
 * the simple name of the class is used, with the simple names of enclosing classes before it
 * ({@code Outer.Inner}).
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LogicalName {
    /**
     * The stored name; unique in the application.
     *
     * @return 1 to 200 characters
     */
    String value();

    /**
     * The version of an event's stored form, raised by one when older ones can no longer be read as they are and need an
     * upcaster. Of no meaning for a handler.
     *
     * @return 1 or more
     */
    int version() default 1;

    /**
     * Names under which events or deliveries were stored before and that mean the same class.
     *
     * @return former names
     */
    String[] aliases() default {};
}
