package io.neuroglia.delivery.running;

import io.neuroglia.delivery.naming.EventMessage;
import java.util.List;
import org.slf4j.MDC;

/** Puts what is being delivered into the logging context of the current thread. */
final class DeliveryLogging {
    private static final List<String> KEYS =
            List.of("correlation_id", "event_id", "event_type", "event_key", "event_handler");

    private DeliveryLogging() {}

    static void begin(Delivery delivery) {
        EventMessage event = delivery.event();
        MDC.put("correlation_id", event.headers().correlationId());
        MDC.put("event_id", delivery.eventId().toString());
        MDC.put("event_type", event.type());
        if (event.key() != null) {
            MDC.put("event_key", event.key());
        }
        MDC.put("event_handler", delivery.handler());
    }

    /** The thread was made for deliveries, so there is nothing from before to restore. */
    static void end() {
        KEYS.forEach(MDC::remove);
    }
}
