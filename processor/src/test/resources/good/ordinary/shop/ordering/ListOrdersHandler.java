package shop.ordering;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ListOrdersHandler implements QueryHandler<ListOrders, Stream<Map<String, List<? extends Number>>>> {
    @Override
    public OperationResult<Stream<Map<String, List<? extends Number>>>> handle(ListOrders query) {
        return OperationResult.ok(Stream.empty());
    }
}
