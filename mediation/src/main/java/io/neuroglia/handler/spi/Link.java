package io.neuroglia.handler.spi;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * One link of a request's pipeline. The compiler generates links for each request, which know each other's exact classes
 * and have call sites of their own: the just-in-time compiler can inline a whole pipeline, which it cannot where all
 * requests share one class of link. Those made by {@link #to} are shared.
 *
 * <p>A class and not only an interface, because the call of the outermost link is the one call of a dispatch whose target
 * nobody can foresee: a virtual machine finds the method of a class with one look into its table, that of an interface by
 * a search. Thread-safe; all fields are final, so that a thread that sees a link sees it whole.
 *
 * @param <R> the request
 * @param <T> the data of its answer
 * @since 0.1
 */
public abstract class Link<R extends Request<T>, T> implements Next<R, T> {
    /** For generated links. */
    protected Link() {}

    /**
     * The innermost link of a class that all requests share: for functions, proxies and whatever the compiler did not see.
     *
     * @param handler the handler
     * @param <R> the request
     * @param <T> the data of its answer
     * @return calls the handler
     */
    public static <R extends Request<T>, T> Link<R, T> to(RequestHandler<R, T> handler) {
        return new HandlerLink<>(handler);
    }

    /**
     * A link around this one.
     *
     * @param behavior applies to the request
     * @return calls the behavior; always a {@code Link}, and declared as its interface so that a virtual machine that
     *     verifies the method need not load the class of the next link
     */
    public Next<R, T> around(PipelineBehavior<R> behavior) {
        return new BehaviorLink<>(behavior, this);
    }

    @Override
    public abstract OperationResult<T> handle(R request) throws Exception;

    /**
     * The answer of what a link calls, which is never null.
     *
     * @param answer what was answered
     * @param answeredBy the handler or behavior
     * @param request what it answered to
     * @return the answer
     * @throws IllegalStateException naming who answered null
     */
    protected final OperationResult<T> required(@Nullable OperationResult<T> answer, Object answeredBy, R request) {
        return Answers.required(answer, answeredBy, request);
    }

    private static final class HandlerLink<R extends Request<T>, T> extends Link<R, T> {
        private final RequestHandler<R, T> handler;

        HandlerLink(RequestHandler<R, T> handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return required(handler.handle(request), handler, request);
        }
    }

    private static final class BehaviorLink<R extends Request<T>, T> extends Link<R, T> {
        private final PipelineBehavior<R> behavior;
        private final Link<R, T> next;

        BehaviorLink(PipelineBehavior<R> behavior, Link<R, T> next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
