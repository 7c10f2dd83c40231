package io.neuroglia.pizzeria.notification;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.pizzeria.ordering.Order;
import io.neuroglia.pizzeria.ordering.OrderPlacedEvent;

final class NotifyKitchen implements EventHandler<OrderPlacedEvent> {
    private final KitchenPrinter printer;

    NotifyKitchen(KitchenPrinter printer) {
        this.printer = printer;
    }

    @Override
    public void handle(OrderPlacedEvent event) {
        printer.print(event.orderId(), "New order " + Order.shortId(event.orderId()) + " from " + event.customerName());
    }
}
