package io.neuroglia.result;

/**
 * Why a request was refused or could not be carried out. The kinds are neutral; each edge (HTTP, messaging) translates
 * them in one table of its own.
 *
 * @since 0.1
 */
public enum FailureKind {
    /** The request's fields break a rule; {@link Problem#errors()} names them. */
    VALIDATION,
    /** The request makes no sense in the present state, or breaks a business rule. */
    BAD_REQUEST,
    /** Nobody is logged in. */
    UNAUTHORIZED,
    /** Whoever is logged in may not do this. */
    FORBIDDEN,
    /** What the request speaks of does not exist. */
    NOT_FOUND,
    /** Somebody else changed the same thing at the same time, or it exists already. */
    CONFLICT,
    /** The request is well-formed but contradicts an earlier one, such as a reused idempotency key. */
    UNPROCESSABLE,
    /** The caller asks too often; {@link Problem#retryAfter()} says when to come back. */
    TOO_MANY_REQUESTS,
    /** A defect of ours; details are in the log only. */
    INTERNAL,
    /** Something needed is out of reach or overloaded; trying again later helps. */
    UNAVAILABLE
}
