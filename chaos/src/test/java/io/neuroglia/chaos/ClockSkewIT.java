package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.audit.JournalEntry;
import io.neuroglia.chaos.audit.JournalEntry.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes whose wall clocks are wrong. Only the database's clock decides, so nothing changes. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class ClockSkewIT {
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Duration BEHIND = Duration.ofDays(-1);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int SOME = 30;

    @Test
    void nodes_whose_clocks_are_days_apart_lose_and_double_nothing(Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario("clocks")) {
            RunningNode ahead = scenario.start(scenario.node("ahead", 1), scenario.skewed(AHEAD));
            RunningNode behind = scenario.start(scenario.node("behind", 2), scenario.skewed(BEHIND));
            for (RunningNode node : List.of(ahead, behind)) {
                Await.until(node::log, () -> scenario.acknowledged(node.name()) > SOME);
                node.quiet();
            }

            scenario.assertPromisesKept();

            assertSkew(scenario, "ahead", AHEAD);
            assertSkew(scenario, "behind", BEHIND);
            for (String node : List.of("ahead", "behind")) {
                Await.until(() -> node + " cannot keep a lease", () -> scenario.leasesOf(node) == 1);
            }
        }
    }

    /** The clocks really were wrong, for the application as for the library. */
    private static void assertSkew(Scenario scenario, String node, Duration skew) throws Exception {
        JournalEntry ready = scenario.journals().stream()
                .filter(entry -> entry.kind() == Kind.READY && entry.node().equals(node))
                .findFirst()
                .orElseThrow();
        Duration read = Duration.ofMillis(Long.parseLong(ready.subject()) - System.currentTimeMillis());
        assertThat(read).isCloseTo(skew, TOLERANCE);
        Duration ofIds = Duration.ofSeconds(
                scenario.count("select extract(epoch from avg(uuid_extract_timestamp(e.id) - e.stored_at))::bigint from"
                        + " neuroglia.event e join chaos.raised r on r.event = e.payload::jsonb ->> 'id'"
                        + " where r.node = '" + node + "'"));
        assertThat(ofIds).isCloseTo(skew, TOLERANCE);
    }
}
