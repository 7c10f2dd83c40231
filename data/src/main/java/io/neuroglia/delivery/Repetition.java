package io.neuroglia.delivery;

import io.neuroglia.delivery.HeldWork.Hold;
import java.util.Objects;

/**
 * A delivery that has a row of its own and was taken up.
 *
 * @param attempt which attempt it is, the first of all being 1
 */
record Repetition(StoredEvent event, String handler, int attempt) {
    Hold hold() {
        return new Hold(event.id().id(), handler);
    }

    /** The handler and key of which it is. */
    Turn turn() {
        return new Turn(handler, Objects.requireNonNullElse(event.key(), ""));
    }
}
