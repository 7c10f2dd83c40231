package io.neuroglia.delivery.recording;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.running.HeldWork.Hold;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.running.Outcome.Succeeded;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be recorded. */
sealed interface Entry {
    /** The incarnation that delivered; an entry of another one counts no longer. */
    long owner();

    /** Id of the event. */
    UUID eventId();

    /** What is in hand until it is recorded; null if more of it follows. */
    @Nullable
    Hold released();

    /** How attempts have ended that it records. */
    Stream<Outcome> outcomes();

    /** The handlers and keys whose next delivery may begin once it is recorded. */
    default Stream<HandlerKey> successors() {
        return outcomes()
                .filter(Succeeded.class::isInstance)
                .map(outcome -> outcome.delivery().handlerKey())
                .flatMap(Stream::ofNullable);
    }

    /**
     * First attempts of an event.
     *
     * @param ended those that have ended and were not recorded before
     * @param remaining handlers that have had no first attempt, or are still at work
     * @param isLast whether no handler is at work any more
     * @param keepsOwner whether a handler is at work or was interrupted, so that whoever takes over must know of it
     */
    record FirstAttempts(
            EventMessage event,
            long owner,
            List<Outcome> ended,
            List<String> remaining,
            boolean isLast,
            boolean keepsOwner)
            implements Entry {
        @Override
        public UUID eventId() {
            return event.id();
        }

        @Override
        public @Nullable Hold released() {
            return isLast ? Hold.ofEvent(owner, event.id()) : null;
        }

        @Override
        public Stream<Outcome> outcomes() {
            return ended.stream();
        }

        /** Whether all handlers have succeeded at once, as they nearly always do. */
        boolean isFinished() {
            return remaining.isEmpty() && ended.stream().allMatch(Succeeded.class::isInstance);
        }
    }

    /** An attempt of a delivery that has a row of its own. */
    record OwnRow(Outcome outcome) implements Entry {
        @Override
        public long owner() {
            return outcome.delivery().owner();
        }

        @Override
        public UUID eventId() {
            return outcome.delivery().eventId();
        }

        @Override
        public Hold released() {
            return outcome.delivery().hold();
        }

        @Override
        public Stream<Outcome> outcomes() {
            return Stream.of(outcome);
        }

        @Nullable
        Failed failed() {
            return outcome instanceof Failed failed ? failed : null;
        }
    }
}
