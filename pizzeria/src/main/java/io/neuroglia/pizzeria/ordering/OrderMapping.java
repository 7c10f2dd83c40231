package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.AggregateMapping;

final class OrderMapping implements AggregateMapping<Order, OrderState> {

    @Override
    public Class<Order> aggregateType() {
        return Order.class;
    }

    @Override
    public Class<OrderState> stateType() {
        return OrderState.class;
    }

    @Override
    public OrderState toState(Order order) {
        return OrderState.of(order);
    }

    @Override
    public Order toAggregate(OrderState state, long version) {
        return new Order(state, version);
    }
}
