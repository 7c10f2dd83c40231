package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link PlaceOrder} reaches {@link PlaceOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class PlaceOrderHandlerLinks implements RouteLinks<PlaceOrder, OrderReceipt> {
    @Override
    public Next<PlaceOrder, OrderReceipt> handling(
            RequestHandler<PlaceOrder, OrderReceipt> handler) {
        return handler instanceof PlaceOrderHandler own
                ? new Handling(own)
                : RouteLinks.<PlaceOrder, OrderReceipt>shared().handling(handler);
    }

    @Override
    public Next<PlaceOrder, OrderReceipt> around(
            PipelineBehavior<PlaceOrder> behavior,
            Next<PlaceOrder, OrderReceipt> next) {
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

    private record Handling(PlaceOrderHandler handler) implements Next<PlaceOrder, OrderReceipt> {
        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private record First(PipelineBehavior<PlaceOrder> behavior, Handling next)
            implements Next<PlaceOrder, OrderReceipt> {
        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Second(PipelineBehavior<PlaceOrder> behavior, First next)
            implements Next<PlaceOrder, OrderReceipt> {
        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Third(PipelineBehavior<PlaceOrder> behavior, Second next)
            implements Next<PlaceOrder, OrderReceipt> {
        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record Fourth(PipelineBehavior<PlaceOrder> behavior, Third next)
            implements Next<PlaceOrder, OrderReceipt> {
        @Override
        public OperationResult<OrderReceipt> handle(PlaceOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
