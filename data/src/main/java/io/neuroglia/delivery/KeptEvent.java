package io.neuroglia.delivery;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event that was stored in a transaction.
 *
 * @param stored with the handlers whose turn it is
 * @param waiting handlers that another event of the key reaches first
 */
record KeptEvent(NewEvent event, StoredEvent stored, List<String> waiting) {
    /** What to look at once more after the commit. */
    Stream<Turn> turns() {
        String key = stored.key();
        return key == null ? Stream.empty() : waiting.stream().map(handler -> new Turn(handler, key));
    }

    boolean isUnowned() {
        return event.owner() == null && !stored.pending().isEmpty();
    }
}
