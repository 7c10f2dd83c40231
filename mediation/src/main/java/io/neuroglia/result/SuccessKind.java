package io.neuroglia.result;

/**
 * How a request succeeded.
 *
 * @since 0.1
 */
public enum SuccessKind {
    /** Done; the data is the answer. */
    OK,
    /** Done, and something new exists now. */
    CREATED,
    /** Taken on, to be finished later. */
    ACCEPTED,
    /** Done; there is no data. */
    NO_CONTENT
}
