package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.audit.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long what a killed process leaves has to wait, with the lease and the poll interval of the defaults. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class RecoveryTimeIT {
    private static final Duration DEFAULT_LEASE = Duration.ofSeconds(3);
    private static final Duration GENEROUS = Duration.ofSeconds(10);
    private static final int MANY = 150;

    @Test
    void what_a_killed_process_leaves_is_delivered_by_another_within_seconds(Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario("recovery")) {
            scenario.start(scenario.node("other", 2).leasing(DEFAULT_LEASE).sending(0, Duration.ofSeconds(1)))
                    .awaitReady();
            RunningNode victim = scenario.start(scenario.node("victim", 1)
                    .leasing(DEFAULT_LEASE)
                    .owning(1_000)
                    .sending(4, Duration.ofMillis(2)));
            Await.until(victim::log, () -> scenario.acknowledged("victim") > MANY);

            Instant killed = Instant.now();
            victim.kill();

            scenario.befell(Incident.now("victim", "kill"));
            long left = scenario.ownedBy("victim");
            scenario.assertPromisesKept();
            Duration recovery =
                    scenario.recoveries().longest(Map.of("victim", killed)).took();
            System.out.println("chaos: " + left + " events left by a killed process, with a lease of "
                    + DEFAULT_LEASE.toSeconds() + " s, delivered by another after " + recovery.toMillis() + " ms");
            assertThat(left).isPositive();
            assertThat(recovery).isBetween(Duration.ofMillis(1), GENEROUS);
        }
    }
}
