package shop;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Command;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;

final class Orders {
    record Place() implements Command<String> {}

    record Find() implements Query<String> {}

    record Placed() implements DomainEvent {}

    enum Reset implements Command<Void> {
        EVERYTHING
    }

    static final class Handlers {
        protected static final class PlaceHandler implements CommandHandler<Place, String> {
            @Override
            public OperationResult<String> handle(Place command) {
                return OperationResult.ok("1");
            }
        }

        record FindHandler(String prefix) implements QueryHandler<Find, String> {
            @Override
            public OperationResult<String> handle(Find query) {
                return OperationResult.ok(prefix);
            }
        }
    }

    interface Everything {
        /** Implicitly public and static. */
        class ResetHandler implements CommandHandler<Reset, Void>, EventHandler<Placed> {
            @Override
            public OperationResult<Void> handle(Reset command) {
                return OperationResult.noContent();
            }

            @Override
            public void handle(Placed event) {}
        }
    }

    /** What happens inside of methods is registered by hand. */
    EventHandler<Placed> functions() {
        class Local implements EventHandler<Placed> {
            @Override
            public void handle(Placed event) {}
        }
        return new Local();
    }

    EventHandler<Placed> lambda() {
        return event -> {};
    }
}
