package io.neuroglia.handler.spi;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;

/**
 * Makes the links of one request's pipeline. The compiler generates an implementation for each request, whose links know
 * each other's exact classes and have call sites of their own: the just-in-time compiler can inline a whole pipeline,
 * which it cannot where all requests share one class of link. Thread-safe.
 *
 * @param <R> the request
 * @param <T> the data of its answer
 * @since 0.1
 */
public interface RouteLinks<R extends Request<T>, T> {
    /**
     * The innermost link.
     *
     * @param handler the handler, of the class for which the links were generated
     * @return calls the handler
     */
    Link<R, T> handling(RequestHandler<R, T> handler);

    /**
     * A link around another.
     *
     * @param behavior applies to the request
     * @param next the link inside it, made by this object
     * @return calls the behavior
     */
    Link<R, T> around(PipelineBehavior<R> behavior, Link<R, T> next);

    /**
     * Links of one class for all requests, for handlers that are functions and for pipelines deeper than what is
     * generated.
     *
     * @param <R> the request
     * @param <T> the data of its answer
     * @return always the same
     */
    static <R extends Request<T>, T> RouteLinks<R, T> shared() {
        return SharedLinks.instance();
    }
}
