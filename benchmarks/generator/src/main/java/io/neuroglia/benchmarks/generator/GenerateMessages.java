package io.neuroglia.benchmarks.generator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the classes {@code Request0000}, {@code Handler0000} and so on in the annotated package, and for
 * {@code AllMessages}, which names them all. The package holds the types that they implement, {@code TextRequest} and
 * {@code TextHandler}.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
public @interface GenerateMessages {
    /**
     * How many requests.
     *
     * @return at most 4,000: more do not fit into one method of {@code AllMessages}
     */
    int count();
}
