package shop;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;

/** What is answered cannot be written down in another file, so the request shares its links with others. */
final class Counters {
    private Counters() {}

    private record Count(int number) {}

    record CountOrders() implements Query<Count> {}

    static final class CountOrdersHandler implements QueryHandler<CountOrders, Count> {
        @Override
        public OperationResult<Count> handle(CountOrders query) {
            return OperationResult.ok(new Count(0));
        }
    }
}
