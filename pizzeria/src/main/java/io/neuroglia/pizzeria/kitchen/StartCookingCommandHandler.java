package io.neuroglia.pizzeria.kitchen;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.pizzeria.ordering.Order;
import io.neuroglia.result.OperationResult;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

final class StartCookingCommandHandler implements CommandHandler<StartCookingCommand, KitchenMessage> {
    private final Repository<Order, String> orders;
    private final Clock clock;

    StartCookingCommandHandler(Repository<Order, String> orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public OperationResult<KitchenMessage> handle(StartCookingCommand command) {
        return orders.findById(command.orderId())
                .map(order -> start(order, command))
                .orElseGet(() -> OperationResult.notFound("Order not found"));
    }

    private OperationResult<KitchenMessage> start(Order order, StartCookingCommand command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return order.startCooking(command.kitchenStaffId(), command.estimatedCookingTimeMinutes(), now)
                .map(started -> {
                    orders.save(started);
                    return new KitchenMessage("Started cooking order " + started.id());
                });
    }
}
