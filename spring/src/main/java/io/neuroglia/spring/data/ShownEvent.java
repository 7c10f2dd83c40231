package io.neuroglia.spring.data;

import io.neuroglia.delivery.administration.EventHistory;
import io.neuroglia.delivery.administration.EventHistory.Ended;
import io.neuroglia.delivery.administration.EventHistory.PastIntervention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event with all that is known of it, as the endpoint shows it. */
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

    static ShownEvent of(EventHistory history) {
        return new ShownEvent(
                history.event().id(),
                history.event().type(),
                history.event().key(),
                history.event().sequence(),
                history.event().storedAt(),
                history.payload(),
                history.headers(),
                history.open().stream().map(ShownDelivery::of).toList(),
                history.ended(),
                history.interventions().stream().map(ShownIntervention::of).toList());
    }

    /** What somebody did about it. */
    record ShownIntervention(
            Instant at,
            String action,
            @Nullable String handler,
            String actor,
            String reason,
            @Nullable String previousPayload) {
        static ShownIntervention of(PastIntervention past) {
            return new ShownIntervention(
                    past.at(),
                    past.action(),
                    past.handler(),
                    past.by().actor(),
                    past.by().reason(),
                    past.previousPayload());
        }
    }
}
