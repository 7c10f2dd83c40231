package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link CancelOrder} reaches {@link CancelOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class CancelOrderHandlerLinks implements RouteLinks<CancelOrder, java.lang.Void> {
    @Override
    public Link<CancelOrder, java.lang.Void> handling(
            RequestHandler<CancelOrder, java.lang.Void> handler) {
        return handler instanceof CancelOrderHandler own
                ? new Handling(own)
                : RouteLinks.<CancelOrder, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Link<CancelOrder, java.lang.Void> around(
            PipelineBehavior<CancelOrder> behavior,
            Link<CancelOrder, java.lang.Void> next) {
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
        return RouteLinks.<CancelOrder, java.lang.Void>shared().around(behavior, next);
    }

    private static final class Handling extends Link<CancelOrder, java.lang.Void> {
        private final CancelOrderHandler handler;

        Handling(CancelOrderHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<CancelOrder, java.lang.Void> {
        private final PipelineBehavior<CancelOrder> behavior;
        private final Handling next;

        First(PipelineBehavior<CancelOrder> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Second extends Link<CancelOrder, java.lang.Void> {
        private final PipelineBehavior<CancelOrder> behavior;
        private final First next;

        Second(PipelineBehavior<CancelOrder> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Third extends Link<CancelOrder, java.lang.Void> {
        private final PipelineBehavior<CancelOrder> behavior;
        private final Second next;

        Third(PipelineBehavior<CancelOrder> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Fourth extends Link<CancelOrder, java.lang.Void> {
        private final PipelineBehavior<CancelOrder> behavior;
        private final Third next;

        Fourth(PipelineBehavior<CancelOrder> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
