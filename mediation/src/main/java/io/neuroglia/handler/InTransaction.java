package io.neuroglia.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an event handler belongs to the transaction that raised the event, such as one that keeps a read model which
 * must be right at the commit. It is called once, just before the commit, for events in the order raised; events that it
 * raises belong to the same transaction; when it fails, all is rolled back. All other handlers of raised events are called
 * after the commit, until they succeed. It has to be fast, and must not call other systems. What is published is handed
 * to it like to any other.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InTransaction {}
