package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Place} reaches {@link Orders.Handlers.PlaceHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Handlers_PlaceHandlerLinks implements RouteLinks<Orders.Place, java.lang.String> {
    @Override
    public Next<Orders.Place, java.lang.String> handling(
            RequestHandler<Orders.Place, java.lang.String> handler) {
        return handler instanceof Orders.Handlers.PlaceHandler own
                ? new Handling(own)
                : RouteLinks.<Orders.Place, java.lang.String>shared().handling(handler);
    }

    @Override
    public Next<Orders.Place, java.lang.String> around(
            PipelineBehavior<Orders.Place> behavior,
            Next<Orders.Place, java.lang.String> next) {
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
        return RouteLinks.<Orders.Place, java.lang.String>shared().around(behavior, next);
    }

    private record Handling(Orders.Handlers.PlaceHandler handler) implements Next<Orders.Place, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<Orders.Place> behavior, Handling next)
            implements Next<Orders.Place, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<Orders.Place> behavior, First next)
            implements Next<Orders.Place, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<Orders.Place> behavior, Second next)
            implements Next<Orders.Place, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<Orders.Place> behavior, Third next)
            implements Next<Orders.Place, java.lang.String> {
        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
