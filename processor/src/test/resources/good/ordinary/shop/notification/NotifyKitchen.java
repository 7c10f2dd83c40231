package shop.notification;

import io.neuroglia.handler.EventHandler;
import shop.ordering.OrderEvent;

class NotifyKitchen implements EventHandler<OrderEvent.Placed> {
    @Override
    public void handle(OrderEvent.Placed event) {}
}
