package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link CancelOrder} reaches {@link CancelOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class CancelOrderHandlerLinks implements RouteLinks<CancelOrder, java.lang.Void> {
    @Override
    public Next<CancelOrder, java.lang.Void> handling(
            RequestHandler<CancelOrder, java.lang.Void> handler) {
        return handler instanceof CancelOrderHandler own
                ? new Handling(own)
                : RouteLinks.<CancelOrder, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Next<CancelOrder, java.lang.Void> around(
            PipelineBehavior<CancelOrder> behavior,
            Next<CancelOrder, java.lang.Void> next) {
        if (next instanceof Handling inner) {
            return new First(behavior, inner);
        }
        if (next instanceof First inner) {
            return new Second(behavior, inner);
        }
        if (next instanceof Second inner) {
            return new Third(behavior, inner);
        }
        if (next instanceof Third inner) {
            return new Fourth(behavior, inner);
        }
        return RouteLinks.<CancelOrder, java.lang.Void>shared().around(behavior, next);
    }

    private record Handling(CancelOrderHandler handler) implements Next<CancelOrder, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<CancelOrder> behavior, Handling next)
            implements Next<CancelOrder, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<CancelOrder> behavior, First next)
            implements Next<CancelOrder, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<CancelOrder> behavior, Second next)
            implements Next<CancelOrder, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<CancelOrder> behavior, Third next)
            implements Next<CancelOrder, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
