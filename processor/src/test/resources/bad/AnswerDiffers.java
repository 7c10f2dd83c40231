package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.message.Command;
import io.neuroglia.result.OperationResult;

/** The compiler itself knows that the answer of a handler is that of its request. */
interface AnswerDiffers {
    record PlaceOrder() implements Command<String> {}

    //! type argument shop.AnswerDiffers.PlaceOrder is not within bounds of type-variable C
    class PlaceOrderHandler implements CommandHandler<PlaceOrder, Integer> {
        @Override
        public OperationResult<Integer> handle(PlaceOrder command) {
            return OperationResult.ok(1);
        }
    }
}
