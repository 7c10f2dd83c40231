package io.neuroglia.delivery.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is not finished. Immutable; thread-safe.
 *
 * @param event what is delivered
 * @param handler logical name of whom it is delivered to
 * @param state how far it has come
 * @param attempt how many attempts there were, with the running one
 * @param dueAt when the next attempt may begin, by the database's clock; null if no time says so
 * @param owner the process that has it in its hands; null if none has
 * @param behind the event of the same key and handler that has to be finished first; null if none has
 * @param handlerKnown whether the process that was asked knows the handler
 * @param failure why the last attempt failed; null if none has
 * @since 0.1
 */
public record OpenDelivery(
        EventSummary event,
        String handler,
        DeliveryState state,
        int attempt,
        @Nullable Instant dueAt,
        @Nullable DeliveryOwner owner,
        @Nullable UUID behind,
        boolean handlerKnown,
        @Nullable DeliveryFailure failure) {

    /**
     * What names it.
     *
     * @return event and handler
     */
    public DeliveryId id() {
        return new DeliveryId(event.id(), handler);
    }

    /**
     * Whether a living process has it in its hands, so that nobody else may touch it.
     *
     * @return true if so
     */
    public boolean isRunning() {
        return owner != null && owner.alive();
    }

    /**
     * Why it is not finished, in a sentence.
     *
     * @return the sentence, without the failure's message
     */
    public String reason() {
        if (isRunning()) {
            return "Is being delivered by " + owner + ", attempt " + Math.max(attempt, 1) + ".";
        }
        if (!handlerKnown && state != DeliveryState.PARKED) {
            return "Handler " + handler + " is not known in this process; waits for one that knows it.";
        }
        return switch (state) {
            case PENDING ->
                owner == null
                        ? "Waits for a process that has room."
                        : "Was in the hands of " + owner + ", which is gone; waits to be taken over.";
            case WAITING -> behind == null ? "Waits for its turn." : "Waits until event " + behind + " is finished.";
            case RETRY -> "Attempt " + attempt + " failed; the next one is due at " + dueAt + ".";
            case PARKED ->
                "Parked after " + attempt + " attempts; waits for somebody to retry, edit, skip or discard it.";
            case SCHEDULED -> "Is due at " + dueAt + ".";
        };
    }
}
