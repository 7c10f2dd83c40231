package contract;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link DeliverPizza} reaches {@link DeliverPizzaHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class DeliverPizzaHandlerLinks implements RouteLinks<DeliverPizza, java.lang.Void> {
    @Override
    public Link<DeliverPizza, java.lang.Void> handling(
            RequestHandler<DeliverPizza, java.lang.Void> handler) {
        return handler instanceof DeliverPizzaHandler own
                ? new Handling(own)
                : RouteLinks.<DeliverPizza, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Link<DeliverPizza, java.lang.Void> around(
            PipelineBehavior<DeliverPizza> behavior,
            Link<DeliverPizza, java.lang.Void> next) {
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
        return RouteLinks.<DeliverPizza, java.lang.Void>shared().around(behavior, next);
    }

    private static final class Handling extends Link<DeliverPizza, java.lang.Void> {
        private final DeliverPizzaHandler handler;

        Handling(DeliverPizzaHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<DeliverPizza, java.lang.Void> {
        private final PipelineBehavior<DeliverPizza> behavior;
        private final Handling next;

        First(PipelineBehavior<DeliverPizza> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(DeliverPizza request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
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
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
