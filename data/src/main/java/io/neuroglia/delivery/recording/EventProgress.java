package io.neuroglia.delivery.recording;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.recording.Entry.FirstAttempts;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.Outcome.Returned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first attempts of one event's handlers while they run. A slow handler must not hold up what the others have done, so
 * this can be recorded in parts. Thread-safe.
 */
final class EventProgress {
    private final EventMessage event;
    private final long owner;
    private final List<String> remaining;
    private final long begun = System.nanoTime();
    private int running;
    private boolean interrupted;
    private List<Outcome> ended = new ArrayList<>();

    EventProgress(EventMessage event, long owner, List<String> handlers) {
        this.event = event;
        this.owner = owner;
        this.remaining = new ArrayList<>(handlers);
        this.running = handlers.size();
    }

    long begun() {
        return begun;
    }

    /** Notes the end of one attempt; the entry to record if it was the last. */
    synchronized @Nullable FirstAttempts ended(Outcome outcome) {
        running--;
        if (outcome instanceof Returned returned) {
            interrupted |= returned.begun();
        } else {
            ended.add(outcome);
            remaining.remove(outcome.delivery().handler());
        }
        return running == 0 ? entry() : null;
    }

    /** What has ended so far and was not taken before, while others are still at work. */
    synchronized @Nullable FirstAttempts takePart() {
        return running == 0 || ended.isEmpty() ? null : entry();
    }

    private FirstAttempts entry() {
        FirstAttempts entry = new FirstAttempts(
                event, owner, ended, List.copyOf(remaining), running == 0, running > 0 || interrupted);
        ended = new ArrayList<>();
        return entry;
    }
}
