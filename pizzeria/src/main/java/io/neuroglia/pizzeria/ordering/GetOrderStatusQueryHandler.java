package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.mapping.Mapper;
import io.neuroglia.result.OperationResult;

final class GetOrderStatusQueryHandler implements QueryHandler<GetOrderStatusQuery, OrderProgress> {
    private final Repository<Order, String> orders;
    private final Mapper mapper;

    GetOrderStatusQueryHandler(Repository<Order, String> orders, Mapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    @Override
    public OperationResult<OrderProgress> handle(GetOrderStatusQuery query) {
        return orders.findById(query.orderId())
                .map(mapper.to(OrderProgress.class))
                .map(OperationResult::ok)
                .orElseGet(() -> OperationResult.notFound("Order " + query.orderId() + " not found"));
    }
}
