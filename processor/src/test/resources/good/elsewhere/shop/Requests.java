package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.NotIndexed;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.HandledElsewhere;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;

interface Requests {
    @HandledElsewhere
    record Ping() implements Query<String> {}

    @HandledElsewhere
    interface Foreign {
        record Pong() implements Query<String> {}
    }

    record ByHand() implements Command<Void> {}

    @NotIndexed
    class Fixtures {
        static class ByHandHandler implements CommandHandler<ByHand, Void> {
            @Override
            public OperationResult<Void> handle(ByHand command) {
                return OperationResult.noContent();
            }
        }

        private record Noticed() implements DomainEvent {}

        private class Listener implements EventHandler<Noticed> {
            @Override
            public void handle(Noticed event) {}
        }
    }
}
