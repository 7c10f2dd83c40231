package io.neuroglia.pipeline;

/**
 * Where in the pipeline a behavior stands, from the outside in. Named, because the order of behaviors decides what they
 * mean: a retry outside the transaction repeats it, one inside repeats nothing.
 *
 * @since 0.1
 */
public enum Stage {
    /** Logs, metrics and traces: sees every request, also those refused further in. */
    OBSERVE,
    /** Who may do this. */
    AUTHORIZE,
    /** Whether the request makes sense at all. */
    VALIDATE,
    /** Answers that are known already. */
    CACHE,
    /** Tries the rest again. */
    RETRY,
    /** The unit of work: all that is further in commits or rolls back together. */
    TRANSACT,
    /** Remembers, inside the transaction, what has been done. */
    DEDUPLICATE
}
