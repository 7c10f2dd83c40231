package io.neuroglia.chaos.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Effects outside of the database. Each may happen again, but only when between the commit of its event and that
 * repetition something befell the database, or one of the processes that carried it out.
 */
final class OutsideEffects {
    /** How far two readings of the clocks may be apart. */
    private static final long TOLERANCE = Duration.ofMillis(200).toNanos();

    private final Map<String, RaisedEvent> raised;
    private final List<Incident> incidents;
    private final Map<String, List<JournalEntry>> occurrences = new LinkedHashMap<>();
    private final List<String> ghosts = new ArrayList<>();

    OutsideEffects(Map<String, RaisedEvent> raised, List<JournalEntry> effects, List<Incident> incidents) {
        this.raised = raised;
        this.incidents = incidents;
        effects.stream().sorted(Comparator.comparingLong(JournalEntry::nanos)).forEach(this::add);
    }

    private void add(JournalEntry effect) {
        String delivery = effect.handler() + " " + effect.subject();
        if (raised.containsKey(effect.subject())) {
            occurrences.computeIfAbsent(delivery, unseen -> new ArrayList<>()).add(effect);
        } else {
            ghosts.add(delivery);
        }
    }

    List<String> ghosts() {
        return ghosts;
    }

    List<String> repeated() {
        return repetitions().map(OutsideEffects::describe).toList();
    }

    List<String> unexplained() {
        return repetitions()
                .filter(effects -> incidents.stream().noneMatch(incident -> explains(incident, effects)))
                .map(OutsideEffects::describe)
                .toList();
    }

    /** Only the first occurrences: a process that was paused inside a handler repeats an old one late. */
    List<String> reordered() {
        List<String> reordered = new ArrayList<>();
        Map<String, RaisedEvent> latest = new LinkedHashMap<>();
        occurrences.values().stream()
                .map(List::getFirst)
                .sorted(Comparator.comparingLong(JournalEntry::nanos))
                .forEach(effect -> {
                    RaisedEvent event = Objects.requireNonNull(raised.get(effect.subject()));
                    if (event.key() != null) {
                        RaisedEvent before = latest.put(effect.handler() + " " + event.key(), event);
                        if (before != null && event.isBefore(before)) {
                            reordered.add(effect.handler() + " " + event.event() + " came after " + before.event());
                        }
                    }
                });
        return reordered;
    }

    private Stream<List<JournalEntry>> repetitions() {
        return occurrences.values().stream().filter(effects -> effects.size() > 1);
    }

    private boolean explains(Incident incident, List<JournalEntry> effects) {
        RaisedEvent event = Objects.requireNonNull(raised.get(effects.getFirst().subject()));
        return effects.stream().anyMatch(effect -> incident.concerns(effect.node()))
                && incident.until() >= event.nanos() - TOLERANCE
                && incident.from() <= effects.getLast().nanos() + TOLERANCE;
    }

    private static String describe(List<JournalEntry> effects) {
        JournalEntry first = effects.getFirst();
        return first.handler() + " " + first.subject() + ", " + effects.size() + " times, by "
                + String.join(" and ", effects.stream().map(JournalEntry::node).toList());
    }
}
