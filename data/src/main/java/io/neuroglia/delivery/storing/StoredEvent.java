package io.neuroglia.delivery.storing;

import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event of a unit of work and its handlers: before it is stored by what is known of the unit, afterwards by what the
 * database says.
 *
 * @param ready handlers whose turn it is
 * @param waiting handlers that an unfinished event of the key reaches first
 */
record StoredEvent(EventMessage event, List<String> ready, List<String> waiting) {
    /** This event as the database stored it. */
    StoredEvent placed(EventMessage stored, List<String> actuallyReady) {
        List<String> others = new ArrayList<>(ready);
        others.removeAll(actuallyReady);
        others.addAll(waiting);
        return new StoredEvent(stored, actuallyReady, others);
    }

    /** Where to look for a turn once more after the commit. */
    Stream<HandlerKey> waitingKeys() {
        String key = event.key();
        return key == null ? Stream.empty() : waiting.stream().map(handler -> new HandlerKey(handler, key));
    }
}
