package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Delivery that is stopped and started again in one process, while commands come in. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class RestartIT {
    private static final int RESTARTS = 8;
    private static final int SOME = 10;

    @Test
    void restarts_under_load_lose_and_double_nothing_and_leave_nothing_behind(Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario("restarts")) {
            Node node = scenario.startHere(scenario.node("restarted", 5)).sendCommands();
            for (int restart = 1; restart <= RESTARTS; restart++) {
                long before = scenario.acknowledged("restarted");
                Await.until(() -> "it does not go on", () -> scenario.acknowledged("restarted") > before + SOME);
                node.restart();
            }
            node.quiet();

            scenario.assertPromisesKept();

            assertThat(scenario.count("select count(*) from neuroglia.process")).isEqualTo(1);
            assertThat(scenario.count("select count(*) from pg_locks l join pg_database d on d.oid = l.database"
                            + " where l.locktype = 'advisory' and d.datname = current_database()"))
                    .isEqualTo(1);
        }
    }
}
