package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.PublishStrategy;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Query;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;

interface DomainEventPublished {
    record PlaceOrder() implements Command<Void> {}

    record FindOrder() implements Query<String> {}

    record OrderPlaced() implements DomainEvent {}

    record Noticed() {}

    final class PlaceOrderHandler implements CommandHandler<PlaceOrder, Void> {
        private final Mediator mediator;
        private final UnitOfWork unitOfWork;

        PlaceOrderHandler(Mediator mediator, UnitOfWork unitOfWork) {
            this.mediator = mediator;
            this.unitOfWork = unitOfWork;
        }

        @Override
        public OperationResult<Void> handle(PlaceOrder command) {
            //! [NEU012] PlaceOrderHandler publishes OrderPlaced: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
            mediator.publish(new OrderPlaced());
            unitOfWork.raise(new OrderPlaced());
            unitOfWork.afterCommit(() -> mediator.publish(new OrderPlaced()));
            mediator.publish(new Noticed());
            return later(List.of(new OrderPlaced()));
        }

        private OperationResult<Void> later(List<? extends DomainEvent> events) {
            for (DomainEvent event : events) {
                //! [NEU012] PlaceOrderHandler publishes DomainEvent: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
                mediator.publish(event, PublishStrategy.ALL_IN_TURN);
            }
            //! [NEU012] PlaceOrderHandler publishes DomainEvent: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
            List.<DomainEvent>copyOf(events).forEach(mediator::publish);
            Runnable told = () -> {
                //! [NEU012] PlaceOrderHandler publishes OrderPlaced: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
                mediator.publishAsync(new OrderPlaced());
            };
            told.run();
            return accepted(new OrderPlaced());
        }

        @SuppressWarnings("NEU012")
        private <E extends DomainEvent> OperationResult<Void> accepted(E event) {
            mediator.publish(event);
            return OperationResult.noContent();
        }
    }

    final class TellOthers implements EventHandler<OrderPlaced> {
        private final Mediator mediator;

        TellOthers(Mediator mediator) {
            this.mediator = mediator;
        }

        @Override
        public void handle(OrderPlaced event) {
            //! [NEU012] TellOthers publishes OrderPlaced: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
            mediator.publish(event);
        }
    }

    final class Inside implements PipelineBehavior<Command<?>> {
        private final Mediator mediator;

        Inside(Mediator mediator) {
            this.mediator = mediator;
        }

        @Override
        public Stage stage() {
            return Stage.DEDUPLICATE;
        }

        @Override
        public <T> OperationResult<T> handle(Command<?> request, Next<Command<?>, T> next) throws Exception {
            //! [NEU012] Inside publishes OrderPlaced: it is told at once and never stored, even if the transaction rolls back. Raise it, by raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change and delivered after it. See docs/errors/NEU012.md
            mediator.publish(new OrderPlaced());
            return next.handle(request);
        }
    }

    // A query changes nothing, so there is nothing to raise an event with.
    final class FindOrderHandler implements QueryHandler<FindOrder, String> {
        private final Mediator mediator;

        FindOrderHandler(Mediator mediator) {
            this.mediator = mediator;
        }

        @Override
        public OperationResult<String> handle(FindOrder query) {
            mediator.publish(new OrderPlaced());
            return OperationResult.ok("");
        }
    }
}
