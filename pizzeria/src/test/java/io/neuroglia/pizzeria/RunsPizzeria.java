package io.neuroglia.pizzeria;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a whole pizzeria that runs, as a parameter of type {@link RunningPizzeria}. Classes that ask for the
 * same settings share one, so a test looks at its own orders only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningPizzeriaParameter.class)
public @interface RunsPizzeria {
    /** Settings beside the delivered ones, such as {@code pizzeria.kitchen.capacity=3}. */
    String[] value() default {};
}
