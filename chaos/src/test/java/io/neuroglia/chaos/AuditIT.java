package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.audit.Audit;
import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.audit.JournalEntry;
import io.neuroglia.chaos.audit.JournalEntry.Kind;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit itself: one fault is planted at a time in a run that was right, and is found. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class AuditIT {
    private final List<JournalEntry> journals = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private Scenario scenario;

    /** Three events of one key and one without, each with the effects of all handlers, by node a. */
    @BeforeEach
    void all_is_right(Testbed testbed) throws Exception {
        scenario = testbed.scenario("planted");
        execute("insert into chaos.raised (event, command, key, sequence, ordinal, node) values"
                + " ('e1', 'c1', 'k', 1, 0, 'a'), ('e2', 'c1', 'k', 1, 1, 'a'), ('e3', 'c2', 'k', 2, 0, 'a'),"
                + " ('e4', 'c3', null, 0, 0, 'a')");
        execute("insert into chaos.effect (handler, event, key, sequence, ordinal, node, previous)"
                + " select h, event, key, sequence, ordinal, 'a',"
                + " case when key is not null then lag(event) over (partition by h, key order by sequence, ordinal) end"
                + " from chaos.raised cross join unnest('{ledger,flaky,slow,projection}'::text[]) as h"
                + " order by sequence, ordinal");
        List.of("c1", "c2", "c3").forEach(command -> journal("a", Kind.ACKNOWLEDGED, command, ""));
        List.of("e1", "e2", "e3", "e4").forEach(event -> journal("a", Kind.EFFECT, event, "mail"));
    }

    @Test
    void a_run_that_was_right_has_no_violations() throws Exception {
        assertThat(violations()).isEmpty();
    }

    @Test
    void a_lost_effect_is_found() throws Exception {
        execute("delete from chaos.effect where handler = 'slow' and event = 'e3'");

        assertThat(violations()).containsExactly("lost: slow e3");
    }

    @Test
    void a_doubled_effect_is_found() throws Exception {
        execute("insert into chaos.effect (handler, event, key, sequence, ordinal, node, previous)"
                + " select handler, event, key, sequence, ordinal, 'b', null"
                + " from chaos.effect where handler = 'ledger' and event = 'e4'");

        assertThat(violations()).containsExactly("doubled: ledger e4, 2 times, by a and b");
    }

    @Test
    void a_reordered_effect_is_found() throws Exception {
        execute("update chaos.effect set previous = 'e1' where handler = 'flaky' and event = 'e3'");
        execute("delete from chaos.effect where handler = 'flaky' and event = 'e2'");
        execute("insert into chaos.effect (handler, event, key, sequence, ordinal, node, previous)"
                + " values ('flaky', 'e2', 'k', 1, 1, 'a', 'e3')");

        assertThat(violations())
                .containsExactlyInAnyOrder(
                        "reordered: flaky e2 came as number 3 of k, was due as 2, found e3 before it",
                        "reordered: flaky e3 came as number 2 of k, was due as 3, found e1 before it");
    }

    @Test
    void an_effect_that_began_before_its_predecessor_had_ended_is_found() throws Exception {
        execute("update chaos.effect set previous = 'e1' where handler = 'projection' and event = 'e3'");

        assertThat(violations())
                .containsExactly("reordered: projection e3 came as number 3 of k, was due as 3, found e1 before it");
    }

    @Test
    void an_effect_of_a_command_that_never_committed_is_found() throws Exception {
        execute("insert into chaos.effect (handler, event, sequence, ordinal, node, previous)"
                + " values ('ledger', 'e9', 0, 0, 'a', 0)");
        journal("a", Kind.EFFECT, "e8", "mail");

        assertThat(violations()).containsExactly("ghost: ledger e9", "ghost: mail e8");
    }

    @Test
    void an_acknowledged_command_that_is_gone_is_found() throws Exception {
        journal("a", Kind.ACKNOWLEDGED, "c9", "");

        assertThat(violations()).containsExactly("lost: acknowledged command c9");
    }

    @Test
    void a_refused_command_that_left_something_is_found() throws Exception {
        journal("a", Kind.REFUSED, "c2", "");

        assertThat(violations()).containsExactly("ghost: refused command c2");
    }

    @Test
    void a_lost_effect_outside_of_the_database_is_found() throws Exception {
        journals.removeIf(entry -> entry.subject().equals("e2"));

        assertThat(violations()).containsExactly("lost: mail e2");
    }

    @Test
    void a_repetition_outside_of_the_database_needs_an_incident() throws Exception {
        journal("b", Kind.EFFECT, "e1", "mail");
        incidents.add(Incident.now("c", "kill"));
        assertThat(violations()).containsExactly("repeated without an incident: mail e1, 2 times, by a and b");

        incidents.add(Incident.now("a", "kill"));
        assertThat(violations()).isEmpty();
    }

    @Test
    void an_incident_before_the_event_or_after_its_repetition_explains_nothing() throws Exception {
        journal("b", Kind.EFFECT, "e1", "mail");
        long hour = 3_600_000_000_000L;
        long now = System.nanoTime();
        incidents.add(new Incident("a", now - hour, now - hour, "kill"));
        incidents.add(new Incident("a", now + hour, now + hour, "kill"));

        assertThat(violations()).hasSize(1);
    }

    @Test
    void a_reordered_effect_outside_of_the_database_is_found() throws Exception {
        journals.removeIf(entry -> entry.subject().equals("e1"));
        journal("a", Kind.EFFECT, "e1", "mail");

        assertThat(violations()).containsExactly("reordered: mail e1 came after e3");
    }

    private List<String> violations() throws Exception {
        return new Audit(scenario.dataSource()).findings(journals, incidents).violations();
    }

    private void journal(String node, Kind kind, String subject, String handler) {
        journals.add(new JournalEntry(node, System.nanoTime(), kind, subject, handler));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = scenario.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
