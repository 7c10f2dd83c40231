package io.neuroglia.delivery.policy;

/**
 * Thrown by an event handler that will never succeed with this event, however often it is called: the delivery is parked
 * without further attempts.
 *
 * @since 0.1
 */
public final class UndeliverableEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * With a reason.
     *
     * @param reason what is wrong with the event, for those who look at it
     */
    public UndeliverableEventException(String reason) {
        super(reason);
    }

    /**
     * With a reason and what led to it.
     *
     * @param reason what is wrong with the event, for those who look at it
     * @param cause what was thrown
     */
    public UndeliverableEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
