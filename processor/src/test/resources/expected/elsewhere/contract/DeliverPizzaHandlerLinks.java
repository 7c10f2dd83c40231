package contract;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link DeliverPizza} reaches {@link DeliverPizzaHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class DeliverPizzaHandlerLinks implements RouteLinks<DeliverPizza, java.lang.Void> {
    @Override
    public Next<DeliverPizza, java.lang.Void> handling(
            RequestHandler<DeliverPizza, java.lang.Void> handler) {
        return handler instanceof DeliverPizzaHandler own
                ? new Handling(own)
                : RouteLinks.<DeliverPizza, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Next<DeliverPizza, java.lang.Void> around(
            PipelineBehavior<DeliverPizza> behavior,
            Next<DeliverPizza, java.lang.Void> next) {
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
        return RouteLinks.<DeliverPizza, java.lang.Void>shared().around(behavior, next);
    }

    private record Handling(DeliverPizzaHandler handler) implements Next<DeliverPizza, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<DeliverPizza> behavior, Handling next)
            implements Next<DeliverPizza, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<DeliverPizza> behavior, First next)
            implements Next<DeliverPizza, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<DeliverPizza> behavior, Second next)
            implements Next<DeliverPizza, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<DeliverPizza> behavior, Third next)
            implements Next<DeliverPizza, java.lang.Void> {
        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
