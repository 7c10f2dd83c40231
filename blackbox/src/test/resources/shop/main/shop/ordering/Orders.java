package shop.ordering;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Query;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.List;

/** Everything of a use case in one file. */
final class Orders {
    record Find(int count) implements Query<List<String>> {}

    sealed interface Changed extends DomainEvent {}

    record Placed(String pizza) implements Changed {}

    static final class FindHandler implements QueryHandler<Find, List<String>> {
        @Override
        public OperationResult<List<String>> handle(Find query) {
            return OperationResult.ok(List.of("found " + query.count()));
        }
    }

    static final class Announce implements EventHandler<Changed> {
        @Override
        public void handle(Changed event) {
            System.out.println("announced " + event);
        }
    }

    static final class FewOrders implements PipelineBehavior<Find> {
        @Override
        public Stage stage() {
            return Stage.VALIDATE;
        }

        @Override
        public <T> OperationResult<T> handle(Find query, Next<Find, T> next) throws Exception {
            return query.count() > 9 ? OperationResult.badRequest("too many") : next.handle(query);
        }
    }
}
