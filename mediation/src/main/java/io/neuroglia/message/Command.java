package io.neuroglia.message;

/**
 * A request that changes state. It runs in a transaction that is committed on success and rolled back on failure.
 *
 * @param <T> the data of a successful answer; {@link Void} when there is none
 * @since 0.1
 */
public non-sealed interface Command<T> extends Request<T> {}
