package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link ListOrders} reaches {@link ListOrdersHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class ListOrdersHandlerLinks implements RouteLinks<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
    @Override
    public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handling(
            RequestHandler<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handler) {
        return handler instanceof ListOrdersHandler own
                ? new Handling(own)
                : RouteLinks.<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>>shared().handling(handler);
    }

    @Override
    public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(
            PipelineBehavior<ListOrders> behavior,
            Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> next) {
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
        return RouteLinks.<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>>shared().around(behavior, next);
    }

    private record Handling(ListOrdersHandler handler) implements Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<ListOrders> behavior, Handling next)
            implements Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<ListOrders> behavior, First next)
            implements Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<ListOrders> behavior, Second next)
            implements Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<ListOrders> behavior, Third next)
            implements Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
