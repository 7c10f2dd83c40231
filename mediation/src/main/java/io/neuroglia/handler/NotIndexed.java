package io.neuroglia.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a class, and all classes nested in it, out of the index that the compiler writes: a handler or behavior that the
 * application registers by hand, or an event that is only published and never stored. A request whose only handler is
 * not indexed counts as handled elsewhere, so the start-up still checks that somebody registered one. On a method of a
 * mapper it keeps that mapping out.
 *
 * @since 0.1
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface NotIndexed {}
