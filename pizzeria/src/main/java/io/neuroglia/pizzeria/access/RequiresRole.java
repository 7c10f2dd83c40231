package io.neuroglia.pizzeria.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a request: only who has the role may send it, whichever way it comes in. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {
    /**
     * The least role.
     *
     * @return the role
     */
    Role value();
}
