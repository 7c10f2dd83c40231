package shop.ordering;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;

class PingHandler implements CommandHandler<Ping, String> {
    @Override
    public OperationResult<String> handle(Ping command) {
        return OperationResult.ok("pong");
    }
}
