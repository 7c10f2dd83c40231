package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link PlaceOrder} reaches {@link PlaceOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class PlaceOrderHandlerLinks extends Link<PlaceOrder, OrderReceipt> {
    private final PlaceOrderHandler handler;

    private PlaceOrderHandlerLinks(PlaceOrderHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof PlaceOrderHandler own ? new PlaceOrderHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<PlaceOrder, OrderReceipt> around(PipelineBehavior<PlaceOrder> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<PlaceOrder, OrderReceipt> {
        private final PipelineBehavior<PlaceOrder> behavior;
        private final PlaceOrderHandlerLinks next;

        First(PipelineBehavior<PlaceOrder> behavior, PlaceOrderHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<PlaceOrder, OrderReceipt> around(PipelineBehavior<PlaceOrder> behavior) {
            return new Second(behavior, this);
        }
    }

    private static final class Second extends Link<PlaceOrder, OrderReceipt> {
        private final PipelineBehavior<PlaceOrder> behavior;
        private final First next;

        Second(PipelineBehavior<PlaceOrder> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<PlaceOrder, OrderReceipt> around(PipelineBehavior<PlaceOrder> behavior) {
            return new Third(behavior, this);
        }
    }

    private static final class Third extends Link<PlaceOrder, OrderReceipt> {
        private final PipelineBehavior<PlaceOrder> behavior;
        private final Second next;

        Third(PipelineBehavior<PlaceOrder> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<PlaceOrder, OrderReceipt> around(PipelineBehavior<PlaceOrder> behavior) {
            return new Fourth(behavior, this);
        }
    }

    private static final class Fourth extends Link<PlaceOrder, OrderReceipt> {
        private final PipelineBehavior<PlaceOrder> behavior;
        private final Third next;

        Fourth(PipelineBehavior<PlaceOrder> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
