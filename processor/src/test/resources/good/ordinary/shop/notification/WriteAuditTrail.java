package shop.notification;

import io.neuroglia.handler.EventHandler;

class WriteAuditTrail implements EventHandler<Object> {
    @Override
    public void handle(Object event) {}
}
