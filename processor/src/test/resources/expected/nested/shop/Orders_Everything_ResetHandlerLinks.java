package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Reset} reaches {@link Orders.Everything.ResetHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Everything_ResetHandlerLinks implements RouteLinks<Orders.Reset, java.lang.Void> {
    @Override
    public Next<Orders.Reset, java.lang.Void> handling(
            RequestHandler<Orders.Reset, java.lang.Void> handler) {
        return handler instanceof Orders.Everything.ResetHandler own
                ? new Handling(own)
                : RouteLinks.<Orders.Reset, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Next<Orders.Reset, java.lang.Void> around(
            PipelineBehavior<Orders.Reset> behavior,
            Next<Orders.Reset, java.lang.Void> next) {
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
        return RouteLinks.<Orders.Reset, java.lang.Void>shared().around(behavior, next);
    }

    private record Handling(Orders.Everything.ResetHandler handler) implements Next<Orders.Reset, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<Orders.Reset> behavior, Handling next)
            implements Next<Orders.Reset, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<Orders.Reset> behavior, First next)
            implements Next<Orders.Reset, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<Orders.Reset> behavior, Second next)
            implements Next<Orders.Reset, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<Orders.Reset> behavior, Third next)
            implements Next<Orders.Reset, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
