package io.neuroglia.handler.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leads the compilation of the application to a {@link HandlerIndex}. A processor cannot list the resources of a class
 * path, but it can list the classes of a package that it knows, so a class with this mark lies in one of those.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface IndexPointer {
    /**
     * The index.
     *
     * @return canonical name of its class
     */
    String value();
}
