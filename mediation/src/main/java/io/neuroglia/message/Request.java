package io.neuroglia.message;

/**
 * Something one asks the application to do, answered by exactly one handler with an
 * {@link io.neuroglia.result.OperationResult}. Requests are records or final classes: the handler is looked up by exact
 * class.
 *
 * @param <T> the data of a successful answer; {@link Void} when there is none
 * @since 0.1
 */
public sealed interface Request<T> permits Command, Query {}
