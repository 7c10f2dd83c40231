package shop;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.result.OperationResult;
import javax.annotation.processing.Generated;

/** How {@link CreateCustomer} reaches {@link CreateCustomerHandler}: each link knows the exact class of the next. */
@Generated("io.neuroglia.processor.NeurogliaProcessor")
@SuppressWarnings({"deprecation", "removal"})
final class CreateCustomerHandlerLinks extends Link<CreateCustomer, java.util.List<Customer>> {
    private final CreateCustomerHandler handler;

    private CreateCustomerHandlerLinks(CreateCustomerHandler handler) {
        this.handler = handler;
    }

    static Link<?, ?> handling(RequestHandler<?, ?> handler) {
        return handler instanceof CreateCustomerHandler own ? new CreateCustomerHandlerLinks(own) : Link.to(handler);
    }

    @Override
    public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
        return required(handler.handle(request), handler, request);
    }

    @Override
    public Next<CreateCustomer, java.util.List<Customer>> around(PipelineBehavior<CreateCustomer> behavior) {
        return new First(behavior, this);
    }

    private static final class First extends Link<CreateCustomer, java.util.List<Customer>> {
        private final PipelineBehavior<CreateCustomer> behavior;
        private final CreateCustomerHandlerLinks next;

        First(PipelineBehavior<CreateCustomer> behavior, CreateCustomerHandlerLinks next) {
            this.behavior = behavior;
            this.next = next;
        }

        @Override
        public OperationResult<java.util.List<Customer>> handle(CreateCustomer request) throws Exception {
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CreateCustomer, java.util.List<Customer>> around(PipelineBehavior<CreateCustomer> behavior) {
            return new Second(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CreateCustomer, java.util.List<Customer>> around(PipelineBehavior<CreateCustomer> behavior) {
            return new Third(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }

        @Override
        public Next<CreateCustomer, java.util.List<Customer>> around(PipelineBehavior<CreateCustomer> behavior) {
            return new Fourth(behavior, this);
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
            return required(behavior.handle(request, next), behavior, request);
        }
    }
}
