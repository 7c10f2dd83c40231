package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.mapping.Mapper;
import io.neuroglia.result.OperationResult;

final class GetOrderSummaryQueryHandler implements QueryHandler<GetOrderSummaryQuery, OrderSummary> {
    private final Repository<Order, String> orders;
    private final Mapper mapper;

    GetOrderSummaryQueryHandler(Repository<Order, String> orders, Mapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    @Override
    public OperationResult<OrderSummary> handle(GetOrderSummaryQuery query) {
        return orders.findById(query.orderId())
                .map(order -> OperationResult.ok(OrderSummary.of(order, query, mapper)))
                .orElseGet(() -> OperationResult.notFound("Order " + query.orderId() + " not found"));
    }
}
