package io.neuroglia.delivery.running;

/**
 * What became of an attempt.
 *
 * @since 0.1
 */
public enum AttemptOutcome {
    /** The handler has handled the event, now or before. */
    SUCCEEDED,
    /** It failed, and there will be another attempt. */
    FAILED,
    /** It failed, and there will be no other attempt unless somebody asks for it. */
    PARKED
}
