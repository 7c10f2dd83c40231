package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;

final class GetOrderStatusQueryHandler implements QueryHandler<GetOrderStatusQuery, OrderProgress> {
    private final Repository<Order, String> orders;

    GetOrderStatusQueryHandler(Repository<Order, String> orders) {
        this.orders = orders;
    }

    @Override
    public OperationResult<OrderProgress> handle(GetOrderStatusQuery query) {
        return orders.findById(query.orderId())
                .map(OrderProgress::of)
                .map(OperationResult::ok)
                .orElseGet(() -> OperationResult.notFound("Order " + query.orderId() + " not found"));
    }
}
