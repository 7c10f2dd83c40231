package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.chaos.fault.PathPoint.Moment;
import io.neuroglia.chaos.fault.PathStatement;
import io.neuroglia.chaos.fault.StatementObserver;
import io.neuroglia.chaos.node.Node;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handlers that hang in the middle of their transactions and do not react to being interrupted. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class HangingHandlerIT {
    private static final int HANGING = 3;
    private static final int SOME = 20;

    @Test
    void calls_that_hang_hold_up_nobody_and_change_nothing_when_they_come_back(Testbed testbed) throws Exception {
        Hang hang = new Hang(new CountDownLatch(1), new AtomicInteger());
        try (Scenario scenario = testbed.scenario("hanging handlers")) {
            Node node = scenario.startHere(scenario.node("hanging", 6).timingOut(Duration.ofMillis(500)), hang)
                    .sendCommands();
            Await.until(() -> "they are not given up: " + node.status(), () -> abandoned(node) == HANGING);
            long before = scenario.acknowledged("hanging");
            Await.until(() -> "it does not go on", () -> scenario.acknowledged("hanging") > before + SOME);
            node.quiet();

            scenario.assertPromisesKept();
            assertThat(abandoned(node)).as("calls that still hang").isEqualTo(HANGING);

            hang.gate().countDown();

            Await.until(() -> "they do not come back", () -> abandoned(node) == 0);
            scenario.assertPromisesKept();
        }
    }

    private static int abandoned(Node node) {
        Collection<Integer> counts = node.status().abandonedCalls().values();
        return counts.stream().mapToInt(count -> count).sum();
    }

    /** The first calls hang before they write, as long as the gate is closed. */
    private record Hang(CountDownLatch gate, AtomicInteger calls) implements StatementObserver {
        @Override
        public void at(Moment moment, PathStatement statement, Connection connection) {
            if (statement == PathStatement.WRITE_EFFECT
                    && moment == Moment.BEFORE
                    && calls.incrementAndGet() <= HANGING) {
                while (gate.getCount() > 0) {
                    Thread.interrupted(); // whoever interrupts it is ignored
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
    }
}
