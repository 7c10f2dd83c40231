package io.neuroglia.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Handlers and keys for which this process has stored a delivery that waits, so that the end of the one before should be
 * recorded at once. It only saves time: what other processes stored is not known here, and what is forgotten waits a few
 * milliseconds longer. Thread-safe.
 */
final class AwaitedTurns {
    private static final int MOST = 20_000;

    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    void add(Collection<Turn> waiting) {
        if (turns.size() < MOST) {
            turns.addAll(waiting);
        }
    }

    /** Nobody was found to wait for these. */
    void remove(Collection<Turn> idle) {
        turns.removeAll(idle);
    }

    boolean isAwaited(Outcome outcome) {
        return !turns.isEmpty() && outcome.turns().anyMatch(turns::contains);
    }
}
