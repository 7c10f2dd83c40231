package io.neuroglia.delivery;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first attempts of one event's handlers while they run. A slow one must not hold up what the others have done, so the
 * outcome can be taken in parts. Thread-safe.
 */
final class FirstDelivery {
    private final StoredEvent event;
    private final long owner;
    private final List<String> remaining;
    private final long begun = System.nanoTime();
    private int running;
    private List<String> succeeded = new ArrayList<>();
    private List<Failed> failures = new ArrayList<>();

    /**
     * Begins.
     *
     * @param running how many of the pending handlers are called
     */
    FirstDelivery(StoredEvent event, long owner, int running) {
        this.event = event;
        this.owner = owner;
        this.remaining = new ArrayList<>(event.pending());
        this.running = running;
    }

    long begun() {
        return begun;
    }

    synchronized boolean hasEnded() {
        return running == 0;
    }

    /** Notes the end of one attempt, and answers the last part of the outcome if it was the last. */
    synchronized @Nullable FirstAttempts ended(String handler, Ending ending) {
        note(handler, ending);
        running--;
        return running == 0 ? part() : null;
    }

    /** Notes what became of a handler. */
    synchronized void note(String handler, Ending ending) {
        if (ending instanceof Returned) {
            return;
        }
        if (ending instanceof Failed failed) {
            failures.add(failed);
        } else {
            succeeded.add(handler);
        }
        remaining.remove(handler);
    }

    /** What is known so far and was not taken before, while handlers are still at work. */
    synchronized @Nullable FirstAttempts takePart() {
        return running == 0 || (succeeded.isEmpty() && failures.isEmpty()) ? null : part();
    }

    /** What was not taken before. */
    synchronized FirstAttempts takeRest() {
        return part();
    }

    private FirstAttempts part() {
        FirstAttempts part = new FirstAttempts(event, owner, succeeded, failures, List.copyOf(remaining), running == 0);
        succeeded = new ArrayList<>();
        failures = new ArrayList<>();
        return part;
    }
}
