package io.neuroglia.delivery;

/**
 * A delivery that failed before and is due again.
 *
 * @param attempt which attempt it is, the first of all being 1
 */
record Repetition(StoredEvent event, String handler, int attempt) {}
