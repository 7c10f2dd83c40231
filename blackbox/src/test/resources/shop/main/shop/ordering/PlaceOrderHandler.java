package shop.ordering;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

class PlaceOrderHandler implements CommandHandler<PlaceOrder, String> {
    @Override
    public OperationResult<String> handle(PlaceOrder command) {
        return OperationResult.created("placed " + command.pizza());
    }
}
