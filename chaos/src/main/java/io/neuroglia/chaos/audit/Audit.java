package io.neuroglia.chaos.audit;

import io.neuroglia.chaos.audit.JournalEntry.Kind;
import io.neuroglia.chaos.audit.Subscriber.Promise;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Compares what committed with what came of it. Thread-safe. */
public final class Audit {
    private static final List<String> IN_DATABASE = Subscriber.namesOf(Promise.EXACTLY_ONCE);
    private static final List<String> OUTSIDE = Subscriber.namesOf(Promise.AT_LEAST_ONCE);

    private final BusinessTables tables;

    /** An audit of one application's database. */
    public Audit(DataSource dataSource) {
        this.tables = new BusinessTables(dataSource);
    }

    /**
     * How many effects of committed events are still missing.
     *
     * @param journals what the processes wrote
     * @throws SQLException if the database cannot be read
     */
    public long missing(List<JournalEntry> journals) throws SQLException {
        return lost(journals, tables.raised()).size();
    }

    /**
     * What was lost, doubled, reordered or came from nowhere.
     *
     * @param journals what the processes wrote
     * @param incidents after which effects outside of the database may have happened again
     * @throws SQLException if the database cannot be read
     */
    public Findings findings(List<JournalEntry> journals, List<Incident> incidents) throws SQLException {
        Map<String, RaisedEvent> raised = tables.raised();
        List<JournalEntry> effects = ofKind(journals, Kind.EFFECT);
        OutsideEffects outside = new OutsideEffects(raised, effects, incidents);
        return new Findings(
                raised.values().stream().map(RaisedEvent::command).distinct().count(),
                raised.size(),
                tables.countOfEffects() + effects.size(),
                lost(journals, raised),
                tables.doubled(),
                concat(tables.reordered(), outside.reordered()),
                ghosts(journals, raised, outside),
                outside.repeated(),
                outside.unexplained());
    }

    private List<String> lost(List<JournalEntry> journals, Map<String, RaisedEvent> raised) throws SQLException {
        List<String> lost = new ArrayList<>(tables.lost(IN_DATABASE));
        Set<String> done = ofKind(journals, Kind.EFFECT).stream()
                .map(effect -> effect.handler() + " " + effect.subject())
                .collect(Collectors.toSet());
        OUTSIDE.forEach(handler -> raised.keySet().stream()
                .map(event -> handler + " " + event)
                .filter(delivery -> !done.contains(delivery))
                .forEach(lost::add));
        Set<String> committed = commands(raised);
        ofKind(journals, Kind.ACKNOWLEDGED).stream()
                .map(JournalEntry::subject)
                .filter(command -> !committed.contains(command))
                .forEach(command -> lost.add("acknowledged command " + command));
        return lost;
    }

    private List<String> ghosts(List<JournalEntry> journals, Map<String, RaisedEvent> raised, OutsideEffects outside)
            throws SQLException {
        Set<String> committed = commands(raised);
        List<String> refused = ofKind(journals, Kind.REFUSED).stream()
                .map(JournalEntry::subject)
                .filter(committed::contains)
                .map(command -> "refused command " + command)
                .toList();
        return concat(concat(tables.ghosts(), outside.ghosts()), refused);
    }

    private static Set<String> commands(Map<String, RaisedEvent> raised) {
        return raised.values().stream().map(RaisedEvent::command).collect(Collectors.toSet());
    }

    private static List<JournalEntry> ofKind(List<JournalEntry> journals, Kind kind) {
        return journals.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
