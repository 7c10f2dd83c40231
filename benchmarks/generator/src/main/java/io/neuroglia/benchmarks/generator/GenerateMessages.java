package io.neuroglia.benchmarks.generator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the classes {@code Request0000}, {@code Handler0000} and so on in the annotated package, and for
 * {@code AllMessages}, which names them all. The package holds the types that they implement, {@code TextRequest} and
 * {@code TextHandler}. How many there are is an option of the compiler, {@code -Amessages.count=1000}.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
public @interface GenerateMessages {}
