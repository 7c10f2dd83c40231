package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Answers;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.handler.spi.RouteLinks;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link CreateCustomer} reaches {@link CreateCustomerHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class CreateCustomerHandlerLinks implements RouteLinks<CreateCustomer, java.util.List<Customer>> {
    @Override
    public Link<CreateCustomer, java.util.List<Customer>> handling(
            RequestHandler<CreateCustomer, java.util.List<Customer>> handler) {
        return handler instanceof CreateCustomerHandler own
                ? new Handling(own)
                : RouteLinks.<CreateCustomer, java.util.List<Customer>>shared().handling(handler);
    }

    @Override
    public Link<CreateCustomer, java.util.List<Customer>> around(
            PipelineBehavior<CreateCustomer> behavior,
            Link<CreateCustomer, java.util.List<Customer>> next) {
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
        return RouteLinks.<CreateCustomer, java.util.List<Customer>>shared().around(behavior, next);
    }

    private static final class Handling extends Link<CreateCustomer, java.util.List<Customer>> {
        private final CreateCustomerHandler handler;

        Handling(CreateCustomerHandler handler) {
            this.handler = handler;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return Answers.required(handler.handle(request), handler, request);
        }
    }

    private static final class First extends Link<CreateCustomer, java.util.List<Customer>> {
        private final PipelineBehavior<CreateCustomer> behavior;
        private final Handling next;

        First(PipelineBehavior<CreateCustomer> behavior, Handling next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Second extends Link<CreateCustomer, java.util.List<Customer>> {
        private final PipelineBehavior<CreateCustomer> behavior;
        private final First next;

        Second(PipelineBehavior<CreateCustomer> behavior, First next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Third extends Link<CreateCustomer, java.util.List<Customer>> {
        private final PipelineBehavior<CreateCustomer> behavior;
        private final Second next;

        Third(PipelineBehavior<CreateCustomer> behavior, Second next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private static final class Fourth extends Link<CreateCustomer, java.util.List<Customer>> {
        private final PipelineBehavior<CreateCustomer> behavior;
        private final Third next;

        Fourth(PipelineBehavior<CreateCustomer> behavior, Third next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
