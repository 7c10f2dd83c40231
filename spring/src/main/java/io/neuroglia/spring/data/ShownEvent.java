package io.neuroglia.spring.data;

import io.neuroglia.delivery.administration.EventHistory;
import io.neuroglia.delivery.administration.EventHistory.Ended;
import io.neuroglia.delivery.administration.EventHistory.PastIntervention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SanitizableData;

/** An event with all that is known of it, as the endpoint shows it; with or without what it says and said. */
record ShownEvent(
        UUID eventId,
        String type,
        @Nullable String key,
        long sequence,
        Instant storedAt,
        String payload,
        Map<String, String> headers,
        List<ShownDelivery> deliveries,
        List<Ended> ended,
        List<ShownIntervention> interventions) {

    static ShownEvent of(EventHistory history, boolean values) {
        return new ShownEvent(
                history.event().id(),
                history.event().type(),
                history.event().key(),
                history.event().sequence(),
                history.event().storedAt(),
                values ? history.payload() : SanitizableData.SANITIZED_VALUE,
                history.headers(),
                history.open().stream().map(ShownDelivery::of).toList(),
                history.ended(),
                history.interventions().stream()
                        .map(past -> ShownIntervention.of(past, values))
                        .toList());
    }

    /** What somebody did about it. */
    record ShownIntervention(
            Instant at,
            String action,
            @Nullable String handler,
            String actor,
            String reason,
            @Nullable String previousPayload) {
        static ShownIntervention of(PastIntervention past, boolean values) {
            String previous = past.previousPayload();
            return new ShownIntervention(
                    past.at(),
                    past.action(),
                    past.handler(),
                    past.by().actor(),
                    past.by().reason(),
                    previous == null || values ? previous : SanitizableData.SANITIZED_VALUE);
        }
    }
}
