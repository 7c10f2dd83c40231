package contract;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link DeliverPizza} reaches {@link DeliverPizzaHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class DeliverPizzaHandlerLinks extends Link<DeliverPizza, java.lang.Void> {
    private final DeliverPizzaHandler handler;

    private DeliverPizzaHandlerLinks(DeliverPizzaHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof DeliverPizzaHandler own ? new DeliverPizzaHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<DeliverPizza, java.lang.Void> around(PipelineBehavior<DeliverPizza> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<DeliverPizza, java.lang.Void> {
        private final PipelineBehavior<DeliverPizza> behavior;
        private final DeliverPizzaHandlerLinks next;

        First(PipelineBehavior<DeliverPizza> behavior, DeliverPizzaHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<DeliverPizza, java.lang.Void> around(PipelineBehavior<DeliverPizza> behavior) {
            return new Second(behavior, this);
        }
    }

    private static final class Second extends Link<DeliverPizza, java.lang.Void> {
        private final PipelineBehavior<DeliverPizza> behavior;
        private final First next;

        Second(PipelineBehavior<DeliverPizza> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<DeliverPizza, java.lang.Void> around(PipelineBehavior<DeliverPizza> behavior) {
            return new Third(behavior, this);
        }
    }

    private static final class Third extends Link<DeliverPizza, java.lang.Void> {
        private final PipelineBehavior<DeliverPizza> behavior;
        private final Second next;

        Third(PipelineBehavior<DeliverPizza> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<DeliverPizza, java.lang.Void> around(PipelineBehavior<DeliverPizza> behavior) {
            return new Fourth(behavior, this);
        }
    }

    private static final class Fourth extends Link<DeliverPizza, java.lang.Void> {
        private final PipelineBehavior<DeliverPizza> behavior;
        private final Third next;

        Fourth(PipelineBehavior<DeliverPizza> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
