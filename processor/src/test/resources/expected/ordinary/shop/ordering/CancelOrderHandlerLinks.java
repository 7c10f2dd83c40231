package shop.ordering;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link CancelOrder} reaches {@link CancelOrderHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class CancelOrderHandlerLinks extends Link<CancelOrder, java.lang.Void> {
    private final CancelOrderHandler handler;

    private CancelOrderHandlerLinks(CancelOrderHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof CancelOrderHandler own ? new CancelOrderHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<CancelOrder, java.lang.Void> around(PipelineBehavior<CancelOrder> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<CancelOrder, java.lang.Void> {
        private final PipelineBehavior<CancelOrder> behavior;
        private final CancelOrderHandlerLinks next;

        First(PipelineBehavior<CancelOrder> behavior, CancelOrderHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(CancelOrder request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CancelOrder, java.lang.Void> around(PipelineBehavior<CancelOrder> behavior) {
            return new Second(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CancelOrder, java.lang.Void> around(PipelineBehavior<CancelOrder> behavior) {
            return new Third(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CancelOrder, java.lang.Void> around(PipelineBehavior<CancelOrder> behavior) {
            return new Fourth(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
