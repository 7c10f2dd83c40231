package io.neuroglia.handler.spi;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
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
    public Next<R, T> handling(RequestHandler<R, T> handler) {
        return new HandlerLink<>(handler);
    }

    @Override
    public Next<R, T> around(PipelineBehavior<R> behavior, Next<R, T> next) {
        return new BehaviorLink<>(behavior, next);
    }

    private record HandlerLink<R extends Request<T>, T>(RequestHandler<R, T> handler) implements Next<R, T> {
        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record BehaviorLink<R extends Request<T>, T>(PipelineBehavior<R> behavior, Next<R, T> next)
            implements Next<R, T> {
        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
