package io.neuroglia.delivery;

import io.neuroglia.mediation.EventSubscription;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give one event to one handler.
 *
 * @param number the first of all being 1
 * @param lost how many attempts came to no end, because the process died
 * @param live the event itself, or null to read it from its stored form
 * @param again whether an earlier attempt may have succeeded unnoticed
 * @param end told once how it ended
 */
record Attempt(
        StoredEvent event,
        long owner,
        EventSubscription handler,
        int number,
        int lost,
        @Nullable Object live,
        boolean again,
        Consumer<Ending> end) {
    String handlerName() {
        return handler.handlerName();
    }

    UUID eventId() {
        return event.id().id();
    }

    Attempt endingWith(Consumer<Ending> otherEnd) {
        return new Attempt(event, owner, handler, number, lost, live, again, otherEnd);
    }

    boolean mayStart(ProcessLease lease) {
        Long incarnation = lease.incarnation();
        return incarnation != null && incarnation == owner;
    }
}
