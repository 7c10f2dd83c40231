package shop.ordering;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

class CancelOrderHandler implements CommandHandler<CancelOrder, Void> {
    @Override
    public OperationResult<Void> handle(CancelOrder command) {
        return OperationResult.noContent();
    }
}
