package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Succeeded;
import io.neuroglia.delivery.HeldWork.Hold;
import java.util.List;
import java.util.stream.Stream;

/** What became of deliveries, to be written by the one writer of the process. */
sealed interface Outcome {
    /** The incarnation that delivered; without its lease the outcome no longer counts. */
    long owner();

    /** What is in hand until the outcome is written. */
    Hold hold();

    /** Whether that is all that comes of it. */
    boolean isLast();

    /** The handlers and keys of which the next event may be delivered once this is written. */
    Stream<Turn> turns();

    /** The failures in it. */
    List<Failed> failures();

    /**
     * Handlers of an event have had their first attempt.
     *
     * @param remaining handlers that have not, or not yet
     * @param isLast false when handlers are still at work
     */
    record FirstAttempts(
            StoredEvent event,
            long owner,
            List<String> succeeded,
            List<Failed> failures,
            List<String> remaining,
            boolean isLast)
            implements Outcome {
        @Override
        public Hold hold() {
            return Hold.ofFirstAttempts(event.id().id());
        }

        @Override
        public Stream<Turn> turns() {
            String key = event.key();
            return key == null ? Stream.empty() : succeeded.stream().map(handler -> new Turn(handler, key));
        }
    }

    /** A handler has had an attempt that has a row of its own. */
    record Repeated(StoredEvent event, long owner, String handler, Ending ending) implements Outcome {
        @Override
        public Hold hold() {
            return new Hold(event.id().id(), handler);
        }

        @Override
        public boolean isLast() {
            return true;
        }

        @Override
        public Stream<Turn> turns() {
            String key = event.key();
            return key != null && ending instanceof Succeeded ? Stream.of(new Turn(handler, key)) : Stream.empty();
        }

        @Override
        public List<Failed> failures() {
            return ending instanceof Failed failed ? List.of(failed) : List.of();
        }
    }
}
