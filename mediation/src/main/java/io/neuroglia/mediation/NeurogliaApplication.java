package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the module that is the application, on any one class of it. Its compilation reads the indexes of all modules on
 * its class path or module path and checks the whole: requests that are handled elsewhere have a handler somewhere, none
 * has two, and no logical name is given twice. A class marked {@code @SpringBootApplication} needs it only for
 * {@link #byHand()}.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface NeurogliaApplication {
    /**
     * Requests whose handler is a function that the application registers at its start, where no compiler sees it.
     *
     * @return classes of requests that are handled elsewhere
     */
    Class<? extends Request<?>>[] byHand() default {};
}
