package io.neuroglia.pizzeria.ordering;

import io.neuroglia.data.Repository;
import io.neuroglia.handler.CommandHandler;
import io.neuroglia.result.OperationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

final class PlaceOrderCommandHandler implements CommandHandler<PlaceOrderCommand, OrderReceipt> {
    private static final Duration WAIT = Duration.ofMinutes(45);

    private final OrderingTerms terms;
    private final PizzaSelection selection;
    private final Repository<Order, String> orders;
    private final KitchenCapacity kitchen;
    private final Clock clock;

    PlaceOrderCommandHandler(
            OrderingTerms terms,
            PizzaSelection selection,
            Repository<Order, String> orders,
            KitchenCapacity kitchen,
            Clock clock) {
        this.terms = terms;
        this.selection = selection;
        this.orders = orders;
        this.kitchen = kitchen;
        this.clock = clock;
    }

    @Override
    public OperationResult<OrderReceipt> handle(PlaceOrderCommand command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return terms.accept(command.customerAddress(), now)
                .flatMap(accepted -> selection.select(command.pizzaItems()))
                .map(pizzas -> order(command, pizzas, now))
                .flatMap(this::store);
    }

    private static Order order(PlaceOrderCommand command, List<OrderPizza> pizzas, Instant now) {
        Customer customer = new Customer(command.customerName(), command.customerPhone(), command.customerAddress());
        PaymentMethod payment = PaymentMethod.named(command.paymentMethod()).orElseThrow();
        OrderSource source = OrderSource.named(command.orderSource()).orElseThrow();
        return Order.place(customer, pizzas, payment, source, now);
    }

    private OperationResult<OrderReceipt> store(Order order) {
        orders.add(order);
        if (!kitchen.takePlace()) {
            return OperationResult.serviceUnavailable(
                    "Kitchen is at capacity. Estimated wait time is " + WAIT.toMinutes() + " minutes.", WAIT);
        }
        return OperationResult.created(new OrderReceipt(order.id(), order.totalAmount(), order.estimatedReadyTime()));
    }
}
