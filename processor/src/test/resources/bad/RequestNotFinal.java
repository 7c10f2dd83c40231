package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;

interface RequestNotFinal {
    //! [NEU003] RequestNotFinal.PlaceOrder is neither a record nor a final class, but the handler of a request is looked up by its exact class. Make it a record, or write a handler for each class that is one. See docs/errors/NEU003.md
    class PlaceOrder implements Command<Void> {}

    class PlaceOrderHandler implements CommandHandler<PlaceOrder, Void> {
        @Override
        public OperationResult<Void> handle(PlaceOrder command) {
            return OperationResult.noContent();
        }
    }

    sealed interface Change extends Command<Void> {}

    //! [NEU001] No handler for RequestNotFinal.Cancel. Write a class that implements CommandHandler<RequestNotFinal.Cancel, Void>, or mark it @HandledElsewhere. See docs/errors/NEU001.md
    record Cancel() implements Change {}

    //! [NEU003] RequestNotFinal.Change is neither a record nor a final class, but the handler of a request is looked up by its exact class. Make it a record, or write a handler for each class that is one. See docs/errors/NEU003.md
    class ChangeHandler implements CommandHandler<Change, Void> {
        @Override
        public OperationResult<Void> handle(Change command) {
            return OperationResult.noContent();
        }
    }
}
