package io.neuroglia.handler.spi;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;

/** Links that serve every request. */
final class SharedLinks<R extends Request<T>, T> implements RouteLinks<R, T> {
    private static final SharedLinks<?, ?> INSTANCE = new SharedLinks<>();

    private SharedLinks() {}

    @SuppressWarnings("unchecked") // holds nothing of any type
    static <R extends Request<T>, T> SharedLinks<R, T> instance() {
        return (SharedLinks<R, T>) INSTANCE;
    }

    @Override
    public Link<R, T> handling(RequestHandler<R, T> handler) {
        return new HandlerLink<>(handler);
    }

    @Override
    public Link<R, T> around(PipelineBehavior<R> behavior, Link<R, T> next) {
        return new BehaviorLink<>(behavior, next);
    }

    private static final class HandlerLink<R extends Request<T>, T> extends Link<R, T> {
        private final RequestHandler<R, T> handler;

        HandlerLink(RequestHandler<R, T> handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
