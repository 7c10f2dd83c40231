package io.neuroglia.delivery.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How stored events are delivered to the annotated event handler. What is left out is as in the delivery settings.
 * Durations are seconds, minutes or hours, such as {@code "0.5s"}, {@code "30s"} or {@code "1h30m"}, or ISO-8601.
 *
 * <pre>{@code
 * @DeliveryPolicy(maxAttempts = 5, firstRetry = "2s", timeout = "30s")
 * final class SendReceipt implements EventHandler<OrderPaid> { … }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeliveryPolicy {
    /**
     * After how many failed attempts a delivery is parked for a person to decide.
     *
     * @return a positive number; 0 for the setting's
     */
    int maxAttempts() default 0;

    /**
     * The pause after the first failed attempt; it doubles with each further one.
     *
     * @return a positive duration; empty for the setting's
     */
    String firstRetry() default "";

    /**
     * The longest pause between attempts.
     *
     * @return at least the first pause; empty for the setting's
     */
    String maxRetry() default "";

    /**
     * How long the handler may take, without the commit. Then its running statement is cancelled, or its thread is
     * interrupted, and the attempt has failed.
     *
     * @return a positive duration; empty for the setting's
     */
    String timeout() default "";

    /**
     * How many deliveries to the handler run at once in one process.
     *
     * @return a positive number; 0 for the setting's
     */
    int concurrency() default 0;

    /**
     * Whether the handler is called in a transaction, which commits with the note that it has handled the event: what it
     * changes there happens once. A handler that only calls other systems needs none and holds no connection.
     *
     * @return false to call the handler outside of a transaction, at least once
     */
    boolean transactional() default true;

    /**
     * How many deliveries to the handler may share a transaction, when several wait at the same time. When one of them
     * fails, all are rolled back and repeated, each in a transaction of its own; so what a handler does elsewhere may
     * happen again.
     *
     * @return 1 for a transaction each; 0 for the setting's, which is 32, or 1 without a transaction
     */
    int batch() default 0;

    /**
     * Exceptions after which no further attempt makes sense, with their subclasses: the delivery is parked at once.
     * {@link UndeliverableEventException} always is one.
     *
     * @return types of exceptions
     */
    Class<? extends Throwable>[] parkOn() default {};
}
