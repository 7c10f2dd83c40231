package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Reset} reaches {@link Orders.Everything.ResetHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Everything_ResetHandlerLinks extends Link<Orders.Reset, java.lang.Void> {
    private final Orders.Everything.ResetHandler handler;

    private Orders_Everything_ResetHandlerLinks(Orders.Everything.ResetHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof Orders.Everything.ResetHandler own ? new Orders_Everything_ResetHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<Orders.Reset, java.lang.Void> around(PipelineBehavior<Orders.Reset> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<Orders.Reset, java.lang.Void> {
        private final PipelineBehavior<Orders.Reset> behavior;
        private final Orders_Everything_ResetHandlerLinks next;

        First(PipelineBehavior<Orders.Reset> behavior, Orders_Everything_ResetHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Reset, java.lang.Void> around(PipelineBehavior<Orders.Reset> behavior) {
            return new Second(behavior, this);
        }
    }

    private static final class Second extends Link<Orders.Reset, java.lang.Void> {
        private final PipelineBehavior<Orders.Reset> behavior;
        private final First next;

        Second(PipelineBehavior<Orders.Reset> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Reset, java.lang.Void> around(PipelineBehavior<Orders.Reset> behavior) {
            return new Third(behavior, this);
        }
    }

    private static final class Third extends Link<Orders.Reset, java.lang.Void> {
        private final PipelineBehavior<Orders.Reset> behavior;
        private final Second next;

        Third(PipelineBehavior<Orders.Reset> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Reset, java.lang.Void> around(PipelineBehavior<Orders.Reset> behavior) {
            return new Fourth(behavior, this);
        }
    }

    private static final class Fourth extends Link<Orders.Reset, java.lang.Void> {
        private final PipelineBehavior<Orders.Reset> behavior;
        private final Third next;

        Fourth(PipelineBehavior<Orders.Reset> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Reset request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
