package io.neuroglia.chaos.node;

import io.neuroglia.message.Command;
import java.util.List;

/**
 * Moves tallies on.
 *
 * @param id names the command
 * @param steps which tallies, how far
 * @param counters keys without an aggregate, each of which gets one event
 * @param unkeyed how many events it raises besides that concern no tally
 * @param refused whether it is refused after all has been done
 */
record StepCommand(String id, List<Step> steps, List<String> counters, int unkeyed, boolean refused)
        implements Command<Void> {

    /**
     * Moves one tally on.
     *
     * @param key which
     * @param times how far, and so how many events
     */
    record Step(String key, int times) {}
}
