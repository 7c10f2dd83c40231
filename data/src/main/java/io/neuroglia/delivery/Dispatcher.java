package io.neuroglia.delivery;

import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import io.neuroglia.mediation.EventSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns owned work into attempts, and their endings into outcomes. Thread-safe. */
final class Dispatcher {
    private final Attempts attempts;
    private final Subscriptions known;
    private final OutcomeQueue outcomes;

    Dispatcher(Attempts attempts, Subscriptions known, OutcomeQueue outcomes) {
        this.attempts = attempts;
        this.known = known;
        this.outcomes = outcomes;
    }

    /**
     * Gives an event to all its handlers that this process knows; for the others it is parked.
     *
     * @param live the event itself, or null to read it from its stored form
     * @param again whether it was taken over, so that some handlers may have handled it unnoticed
     */
    void first(StoredEvent event, long owner, @Nullable Object live, boolean again) {
        List<EventSubscription> handlers = new ArrayList<>();
        for (String name : event.pending()) {
            EventSubscription handler = known.handler(name);
            if (handler != null) {
                handlers.add(handler);
            }
        }
        FirstDelivery delivery = new FirstDelivery(event, owner, handlers.size());
        if (handlers.size() < event.pending().size()) {
            parkUnknown(event, delivery);
        }
        if (handlers.isEmpty()) {
            outcomes.add(delivery.takeRest());
            return;
        }
        if (handlers.size() > 1) {
            outcomes.watch(delivery);
        }
        for (EventSubscription handler : handlers) {
            attempts.begin(new Attempt(event, owner, handler, 1, event.takeovers(), live, again, ending -> {
                FirstAttempts last = delivery.ended(handler.handlerName(), ending);
                if (last != null) {
                    outcomes.add(last);
                }
            }));
        }
    }

    /**
     * Gives an event to one handler that has a row for it.
     *
     * @param due claimed, for a handler that is known here
     */
    void repeat(Repetition due, long owner) {
        EventSubscription handler = Objects.requireNonNull(known.handler(due.handler()), due.handler());
        boolean again = due.attempt() > 1;
        attempts.begin(new Attempt(
                due.event(),
                owner,
                handler,
                due.attempt(),
                attempts.lost(due, handler),
                null,
                again,
                ending -> outcomes.add(new Repeated(due.event(), owner, due.handler(), ending))));
    }

    private void parkUnknown(StoredEvent event, FirstDelivery delivery) {
        for (String name : event.pending()) {
            if (known.handler(name) == null) {
                delivery.note(name, Failures.unknownHandler(event, name));
            }
        }
    }
}
