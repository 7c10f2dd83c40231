package io.neuroglia.chaos.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found. A finding is a text that names what it is about.
 *
 * @param commands how many committed
 * @param events how many they raised
 * @param effects how many effects there are, in the database and outside
 * @param lost events without the effect of a handler, and commands that were acknowledged and are gone
 * @param doubled effects in the database that happened again
 * @param reordered effects that happened out of their turn
 * @param ghosts effects and events of commands that never committed
 * @param repeated effects outside of the database that happened again
 * @param unexplained those of them without an incident that explains them
 */
public record Findings(
        long commands,
        long events,
        long effects,
        List<String> lost,
        List<String> doubled,
        List<String> reordered,
        List<String> ghosts,
        List<String> repeated,
        List<String> unexplained) {

    /** Everything that breaks a promise. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        add(violations, "lost", lost);
        add(violations, "doubled", doubled);
        add(violations, "reordered", reordered);
        add(violations, "ghost", ghosts);
        add(violations, "repeated without an incident", unexplained);
        return violations;
    }

    private static void add(List<String> violations, String kind, List<String> findings) {
        findings.forEach(finding -> violations.add(kind + ": " + finding));
    }

    /** One line for the log. */
    public String summary() {
        return ("%d commands, %d events, %d effects; lost %d, doubled %d, reordered %d, ghosts %d;"
                        + " repeated outside %d, unexplained %d")
                .formatted(
                        commands,
                        events,
                        effects,
                        lost.size(),
                        doubled.size(),
                        reordered.size(),
                        ghosts.size(),
                        repeated.size(),
                        unexplained.size());
    }
}
