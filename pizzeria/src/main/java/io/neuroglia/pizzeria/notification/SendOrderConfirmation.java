package io.neuroglia.pizzeria.notification;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.pizzeria.ordering.Order;
import io.neuroglia.pizzeria.ordering.OrderPlacedEvent;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the customer that the order arrived, and when it will be ready by the pizzeria's own time. */
final class SendOrderConfirmation implements EventHandler<OrderPlacedEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final SmsGateway sms;
    private final Clock clock;

    SendOrderConfirmation(SmsGateway sms, Clock clock) {
        this.sms = sms;
        this.clock = clock;
    }

    @Override
    public void handle(OrderPlacedEvent event) throws InterruptedException {
        String readyBy = TIME.withZone(clock.getZone()).format(event.estimatedReadyTime());
        sms.send(
                event.orderId(),
                event.customerPhone(),
                "Order " + Order.shortId(event.orderId()) + " confirmed! Total: $" + event.totalAmount()
                        + ". Ready by: " + readyBy);
    }
}
