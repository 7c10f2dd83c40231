package io.neuroglia.delivery;

import java.util.List;
import org.slf4j.MDC;

/** What each line that is logged during a delivery bears, in the logging context of its thread. */
final class DeliveryLogging {
    private static final List<String> KEYS =
            List.of("correlation_id", "event_id", "event_type", "event_key", "event_handler");

    private DeliveryLogging() {}

    static void begin(Attempt attempt) {
        StoredEvent event = attempt.event();
        MDC.put("correlation_id", event.headers().correlationId());
        MDC.put("event_id", attempt.eventId().toString());
        MDC.put("event_type", event.type());
        if (event.key() != null) {
            MDC.put("event_key", event.key());
        }
        MDC.put("event_handler", attempt.handlerName());
    }

    /** The thread was made for deliveries, so there is nothing from before to restore. */
    static void end() {
        KEYS.forEach(MDC::remove);
    }
}
