package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;

final class GetOrderSummaryQueryHandler implements QueryHandler<GetOrderSummaryQuery, OrderSummary> {
    private final Repository<Order, String> orders;

    GetOrderSummaryQueryHandler(Repository<Order, String> orders) {
        this.orders = orders;
    }

    @Override
    public OperationResult<OrderSummary> handle(GetOrderSummaryQuery query) {
        return orders.findById(query.orderId())
                .map(order -> OperationResult.ok(OrderSummary.of(order, query)))
                .orElseGet(() -> OperationResult.notFound("Order " + query.orderId() + " not found"));
    }
}
