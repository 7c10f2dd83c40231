package io.neuroglia.message;

/**
 * A request that reads and changes nothing, so its answer may be cached and it may be asked again.
 *
 * @param <T> the data of a successful answer
 * @since 0.1
 */
public non-sealed interface Query<T> extends Request<T> {}
