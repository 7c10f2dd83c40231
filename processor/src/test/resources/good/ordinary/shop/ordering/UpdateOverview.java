package shop.ordering;

import io.neuroglia.handler.EventHandler;

class UpdateOverview implements EventHandler<OrderEvent> {
    @Override
    public void handle(OrderEvent event) {}
}
