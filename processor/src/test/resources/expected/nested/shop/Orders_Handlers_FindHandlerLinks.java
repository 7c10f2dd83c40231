package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Find} reaches {@link Orders.Handlers.FindHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Handlers_FindHandlerLinks implements RouteLinks<Orders.Find, java.lang.String> {
    @Override
    public Next<Orders.Find, java.lang.String> handling(
            RequestHandler<Orders.Find, java.lang.String> handler) {
        return handler instanceof Orders.Handlers.FindHandler own
                ? new Handling(own)
                : RouteLinks.<Orders.Find, java.lang.String>shared().handling(handler);
    }

    @Override
    public Next<Orders.Find, java.lang.String> around(
            PipelineBehavior<Orders.Find> behavior,
            Next<Orders.Find, java.lang.String> next) {
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
        return RouteLinks.<Orders.Find, java.lang.String>shared().around(behavior, next);
    }

    private record Handling(Orders.Handlers.FindHandler handler) implements Next<Orders.Find, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<Orders.Find> behavior, Handling next)
            implements Next<Orders.Find, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<Orders.Find> behavior, First next)
            implements Next<Orders.Find, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<Orders.Find> behavior, Second next)
            implements Next<Orders.Find, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<Orders.Find> behavior, Third next)
            implements Next<Orders.Find, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
