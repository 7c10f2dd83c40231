package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Find} reaches {@link Orders.Handlers.FindHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Handlers_FindHandlerLinks extends Link<Orders.Find, java.lang.String> {
    private final Orders.Handlers.FindHandler handler;

    private Orders_Handlers_FindHandlerLinks(Orders.Handlers.FindHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof Orders.Handlers.FindHandler own ? new Orders_Handlers_FindHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<Orders.Find, java.lang.String> around(PipelineBehavior<Orders.Find> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<Orders.Find, java.lang.String> {
        private final PipelineBehavior<Orders.Find> behavior;
        private final Orders_Handlers_FindHandlerLinks next;

        First(PipelineBehavior<Orders.Find> behavior, Orders_Handlers_FindHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Find, java.lang.String> around(PipelineBehavior<Orders.Find> behavior) {
            return new Second(behavior, this);
        }
    }

    private static final class Second extends Link<Orders.Find, java.lang.String> {
        private final PipelineBehavior<Orders.Find> behavior;
        private final First next;

        Second(PipelineBehavior<Orders.Find> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Find, java.lang.String> around(PipelineBehavior<Orders.Find> behavior) {
            return new Third(behavior, this);
        }
    }

    private static final class Third extends Link<Orders.Find, java.lang.String> {
        private final PipelineBehavior<Orders.Find> behavior;
        private final Second next;

        Third(PipelineBehavior<Orders.Find> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Find, java.lang.String> around(PipelineBehavior<Orders.Find> behavior) {
            return new Fourth(behavior, this);
        }
    }

    private static final class Fourth extends Link<Orders.Find, java.lang.String> {
        private final PipelineBehavior<Orders.Find> behavior;
        private final Third next;

        Fourth(PipelineBehavior<Orders.Find> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Find request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
