package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Place} reaches {@link Orders.Handlers.PlaceHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_Handlers_PlaceHandlerLinks extends Link<Orders.Place, java.lang.String> {
    private final Orders.Handlers.PlaceHandler handler;

    private Orders_Handlers_PlaceHandlerLinks(Orders.Handlers.PlaceHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof Orders.Handlers.PlaceHandler own ? new Orders_Handlers_PlaceHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<Orders.Place, java.lang.String> around(PipelineBehavior<Orders.Place> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<Orders.Place, java.lang.String> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Orders_Handlers_PlaceHandlerLinks next;

        First(PipelineBehavior<Orders.Place> behavior, Orders_Handlers_PlaceHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Place, java.lang.String> around(PipelineBehavior<Orders.Place> behavior) {
            return new Second(behavior, this);
        }
    }

    private static final class Second extends Link<Orders.Place, java.lang.String> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final First next;

        Second(PipelineBehavior<Orders.Place> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Place, java.lang.String> around(PipelineBehavior<Orders.Place> behavior) {
            return new Third(behavior, this);
        }
    }

    private static final class Third extends Link<Orders.Place, java.lang.String> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Second next;

        Third(PipelineBehavior<Orders.Place> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<Orders.Place, java.lang.String> around(PipelineBehavior<Orders.Place> behavior) {
            return new Fourth(behavior, this);
        }
    }

    private static final class Fourth extends Link<Orders.Place, java.lang.String> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Third next;

        Fourth(PipelineBehavior<Orders.Place> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.String> handle(Orders.Place request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
