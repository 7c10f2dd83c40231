package io.neuroglia.delivery.administration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event. Immutable; thread-safe.
 *
 * @param event the event
 * @param payload what it says, as JSON
 * @param headers its conversation, its cause and who asked, by name
 * @param open the deliveries that are not finished
 * @param ended the handlers that will not get it again, the first first
 * @param interventions what people did about it, the first first; at most the last 100
 * @since 0.1
 */
public record EventHistory(
        EventSummary event,
        String payload,
        Map<String, String> headers,
        List<OpenDelivery> open,
        List<Ended> ended,
        List<PastIntervention> interventions) {

    /**
     * How an event ended with a handler.
     *
     * @param handler the handler's logical name
     * @param outcome "handled", or what somebody did instead: "skipped" or "discarded"
     * @param at when, by the database's clock
     * @since 0.1
     */
    public record Ended(String handler, String outcome, Instant at) {}

    /**
     * What somebody did.
     *
     * @param at when, by the database's clock
     * @param action {@code retry}, {@code edit}, {@code skip}, {@code discard} or {@code replay}
     * @param handler whose delivery it was; null if the whole event was meant
     * @param by who, and why
     * @param previousPayload what the event said before it was edited; null for other actions
     * @since 0.1
     */
    public record PastIntervention(
            Instant at,
            String action,
            @Nullable String handler,
            Intervention by,
            @Nullable String previousPayload) {}
}
