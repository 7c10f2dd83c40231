package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link ListOrders} reaches {@link ListOrdersHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class ListOrdersHandlerLinks extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
    private final ListOrdersHandler handler;

    private ListOrdersHandlerLinks(ListOrdersHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof ListOrdersHandler own ? new ListOrdersHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(PipelineBehavior<ListOrders> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> {
        private final PipelineBehavior<ListOrders> behavior;
        private final ListOrdersHandlerLinks next;

        First(PipelineBehavior<ListOrders> behavior, ListOrdersHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> handle(ListOrders request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(PipelineBehavior<ListOrders> behavior) {
            return new Second(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(PipelineBehavior<ListOrders> behavior) {
            return new Third(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<ListOrders, java.util.stream.Stream<java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>>> around(PipelineBehavior<ListOrders> behavior) {
            return new Fourth(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
