package shop;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.util.List;

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

    record ListCounts() implements Query<List<Count>> {}

    static final class ListCountsHandler implements QueryHandler<ListCounts, List<Count>> {
        @Override
        public OperationResult<List<Count>> handle(ListCounts query) {
            return OperationResult.ok(List.of());
        }
    }

    record RankCounts() implements Query<Count[]> {}

    static final class RankCountsHandler implements QueryHandler<RankCounts, Count[]> {
        @Override
        public OperationResult<Count[]> handle(RankCounts query) {
            return OperationResult.ok(new Count[0]);
        }
    }

    record FindCounts() implements Query<List<? extends Count>> {}

    static final class FindCountsHandler implements QueryHandler<FindCounts, List<? extends Count>> {
        @Override
        public OperationResult<List<? extends Count>> handle(FindCounts query) {
            return OperationResult.ok(List.of());
        }
    }

    final class Total {}

    record SumUp() implements Query<Total> {}

    static final class SumUpHandler implements QueryHandler<SumUp, Total> {
        @Override
        public OperationResult<Total> handle(SumUp query) {
            return OperationResult.ok(new Counters().new Total());
        }
    }
}
