package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link Orders.Place} reaches {@link Orders.PlaceHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class Orders_PlaceHandlerLinks implements RouteLinks<Orders.Place, java.lang.Void> {
    @Override
    public Link<Orders.Place, java.lang.Void> handling(
            RequestHandler<Orders.Place, java.lang.Void> handler) {
        return handler instanceof Orders.PlaceHandler own
                ? new Handling(own)
                : RouteLinks.<Orders.Place, java.lang.Void>shared().handling(handler);
    }

    @Override
    public Link<Orders.Place, java.lang.Void> around(
            PipelineBehavior<Orders.Place> behavior,
            Link<Orders.Place, java.lang.Void> next) {
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
        return RouteLinks.<Orders.Place, java.lang.Void>shared().around(behavior, next);
    }

    private static final class Handling extends Link<Orders.Place, java.lang.Void> {
        private final Orders.PlaceHandler handler;

        Handling(Orders.PlaceHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Place request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<Orders.Place, java.lang.Void> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Handling next;

        First(PipelineBehavior<Orders.Place> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Second extends Link<Orders.Place, java.lang.Void> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final First next;

        Second(PipelineBehavior<Orders.Place> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Third extends Link<Orders.Place, java.lang.Void> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Second next;

        Third(PipelineBehavior<Orders.Place> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Fourth extends Link<Orders.Place, java.lang.Void> {
        private final PipelineBehavior<Orders.Place> behavior;
        private final Third next;

        Fourth(PipelineBehavior<Orders.Place> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.lang.Void> handle(Orders.Place request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
