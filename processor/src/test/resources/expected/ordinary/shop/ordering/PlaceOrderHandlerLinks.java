package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link PlaceOrder} reaches {@link PlaceOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class PlaceOrderHandlerLinks implements RouteLinks<PlaceOrder, OrderReceipt> {
    @Override
    public Link<PlaceOrder, OrderReceipt> handling(
            RequestHandler<PlaceOrder, OrderReceipt> handler) {
        return handler instanceof PlaceOrderHandler own
                ? new Handling(own)
                : RouteLinks.<PlaceOrder, OrderReceipt>shared().handling(handler);
    }

    @Override
    public Link<PlaceOrder, OrderReceipt> around(
            PipelineBehavior<PlaceOrder> behavior,
            Link<PlaceOrder, OrderReceipt> next) {
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
        return RouteLinks.<PlaceOrder, OrderReceipt>shared().around(behavior, next);
    }

    private static final class Handling extends Link<PlaceOrder, OrderReceipt> {
        private final PlaceOrderHandler handler;

        Handling(PlaceOrderHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<PlaceOrder, OrderReceipt> {
        private final PipelineBehavior<PlaceOrder> behavior;
        private final Handling next;

        First(PipelineBehavior<PlaceOrder> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
