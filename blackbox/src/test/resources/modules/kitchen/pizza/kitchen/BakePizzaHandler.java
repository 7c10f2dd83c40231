package pizza.kitchen;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;
import pizza.contract.BakePizza;

class BakePizzaHandler implements CommandHandler<BakePizza, String> {
    @Override
    public OperationResult<String> handle(BakePizza command) {
        return OperationResult.ok("baked " + command.pizza());
    }
}
