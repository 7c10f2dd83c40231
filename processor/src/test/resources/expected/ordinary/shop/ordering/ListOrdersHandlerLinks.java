package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link ListOrders} reaches {@link ListOrdersHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class ListOrdersHandlerLinks implements RouteLinks<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
    @Override
    public Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handling(
            RequestHandler<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handler) {
        return handler instanceof ListOrdersHandler own
                ? new Handling(own)
                : RouteLinks.<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>>shared().handling(handler);
    }

    @Override
    public Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(
            PipelineBehavior<ListOrders> behavior,
            Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> next) {
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

    private static final class Handling extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final ListOrdersHandler handler;

        Handling(ListOrdersHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final PipelineBehavior<ListOrders> behavior;
        private final Handling next;

        First(PipelineBehavior<ListOrders> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Second extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final PipelineBehavior<ListOrders> behavior;
        private final First next;

        Second(PipelineBehavior<ListOrders> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Third extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final PipelineBehavior<ListOrders> behavior;
        private final Second next;

        Third(PipelineBehavior<ListOrders> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Fourth extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final PipelineBehavior<ListOrders> behavior;
        private final Third next;

        Fourth(PipelineBehavior<ListOrders> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
