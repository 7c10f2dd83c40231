package contract;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

class DeliverPizzaHandler implements CommandHandler<DeliverPizza, Void> {
    @Override
    public OperationResult<Void> handle(DeliverPizza command) {
        return OperationResult.noContent();
    }
}
