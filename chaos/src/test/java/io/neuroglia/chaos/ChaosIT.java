package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.Recoveries.Recovery;
import io.neuroglia.chaos.audit.Findings;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three nodes under load, and everything that can befall them, at random. The seed is printed; {@code
 * -Dneuroglia.chaos.seed=…} runs its schedule again, {@code -Dneuroglia.chaos.seconds=…} sets for how long.
 */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class ChaosIT {
    private static final long SEED = Long.getLong("neuroglia.chaos.seed", new Random().nextInt(1_000_000));
    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("neuroglia.chaos.seconds", 10));

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_done_twice_or_out_of_turn(Testbed testbed) throws Exception {
        Schedule schedule = Schedule.of(SEED, DURATION, Slots.COUNT);
        System.out.println("chaos: -Dneuroglia.chaos.seed=" + SEED + " -Dneuroglia.chaos.seconds="
                + DURATION.toSeconds() + " replays this run");
        try (Scenario scenario = testbed.scenario("seed " + SEED)) {
            ChaosRun run = new ChaosRun(scenario, schedule);
            run.run();

            Findings findings = scenario.assertPromisesKept();

            assertThat(findings.repeated()).hasSizeLessThanOrEqualTo(scenario.mostRepetitions());
            Recovery longest = scenario.recoveries().longest(run.slots().kills());
            System.out.println(
                    "chaos: seed " + SEED + ": " + schedule.disturbances().size() + " disturbances, "
                            + run.slots().kills().size() + " kills of nodes, "
                            + run.slots().starts() + " processes, longest recovery after a kill "
                            + longest.took().toMillis() + " ms: " + longest.what());
            run.slots().leave();
        } catch (Throwable failure) {
            failure.addSuppressed(new AssertionError("Replay with " + schedule));
            throw failure;
        }
    }
}
