package pizza.application;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;
import pizza.contract.DeliverPizza;

final class DeliverPizzaHandler implements CommandHandler<DeliverPizza, String> {
    @Override
    public OperationResult<String> handle(DeliverPizza command) {
        return OperationResult.ok("delivered to " + command.address());
    }
}
