package io.neuroglia.mediation;

/**
 * How the handlers of a published event run. What they throw reaches the publisher the same way with each strategy: in
 * one {@link EventPublicationException}, after the last handler that runs has ended.
 *
 * @since 0.1
 */
public enum PublishStrategy {
    /** One after the other, on the publisher's thread, all of them even when some fail. The default. */
    ALL_IN_TURN,
    /** All at the same time, each on a virtual thread of its own, with the publisher's context. */
    ALL_AT_ONCE,
    /** One after the other, on the publisher's thread, until one fails; those after it do not run. */
    UNTIL_FIRST_FAILURE
}
