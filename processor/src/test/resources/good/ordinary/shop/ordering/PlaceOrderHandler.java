package shop.ordering;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

final class PlaceOrderHandler implements CommandHandler<PlaceOrder, OrderReceipt> {
    @Override
    public OperationResult<OrderReceipt> handle(PlaceOrder command) {
        return OperationResult.created(new OrderReceipt("1"));
    }
}
