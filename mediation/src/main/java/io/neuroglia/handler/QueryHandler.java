package io.neuroglia.handler;

import io.neuroglia.message.Query;

/**
 * Answers queries of one class without changing anything.
 *
 * @param <Q> the query
 * @param <T> the data of a successful answer
 * @since 0.1
 */
@FunctionalInterface
public interface QueryHandler<Q extends Query<T>, T> extends RequestHandler<Q, T> {}
