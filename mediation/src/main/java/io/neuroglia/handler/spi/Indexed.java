package io.neuroglia.handler.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the classes of a {@link HandlerIndex} where no class has to be loaded for it: for messages about those that
 * cannot be, and for the compilation of the application, which reads the indexes of all its modules.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Indexed {
    /**
     * The class of each entry, in the order of their numbers: that of the handler or behavior, else of the message.
     *
     * @return canonical names
     */
    String[] value();

    /**
     * The handlers that are kept out of the index, because the application registers them by hand.
     *
     * @return canonical names
     */
    String[] byHand() default {};
}
