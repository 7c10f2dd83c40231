package shop.customers;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

abstract class CreateHandler<E extends Entity, C extends Create<E>> implements CommandHandler<C, E> {
    @Override
    public OperationResult<E> handle(C command) {
        return OperationResult.created(command.made());
    }
}
