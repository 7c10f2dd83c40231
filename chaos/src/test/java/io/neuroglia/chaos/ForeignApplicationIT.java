package io.neuroglia.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.chaos.audit.Incident;
import io.neuroglia.chaos.audit.Subscriber;
import io.neuroglia.chaos.node.NodeProcess;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application on the same database, with handlers of the same names. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(TestbedParameter.class)
class ForeignApplicationIT {
    private static final int SOME = 30;
    private static final int EVENTS = 200;

    @Test
    void two_applications_with_schemas_of_their_own_get_their_own_events(Testbed testbed) throws Exception {
        AtomicInteger visits = new AtomicInteger();
        try (Scenario scenario = testbed.scenario("foreign application");
                HikariDataSource pool = NodeProcess.pool(scenario.node("foreign", 0))) {
            RunningNode victim = scenario.start(scenario.node("victim", 1));
            try (DurableDelivery foreign = foreign(pool, "foreign")) {
                foreign.start(Mediator.builder()
                        .on(Subscriber.LEDGER.handlerName(), Visit.class, visit -> visits.incrementAndGet())
                        .build());
                Await.until(victim::log, () -> scenario.acknowledged("victim") > SOME);
                for (int number = 0; number < EVENTS; number++) {
                    visit(foreign, number);
                }

                victim.kill();

                scenario.befell(Incident.now("victim", "kill"));
                scenario.startHere(scenario.node("survivor", 2));
                scenario.assertPromisesKept();
                Await.until(() -> "visits: " + visits, () -> visits.get() == EVENTS);
                Await.until(() -> "it is not done", () -> scenario.count("select count(*) from another.work") == 0);
                assertThat(foreign.status().delivers()).isTrue();
            }
            assertThat(visits).hasValue(EVENTS);
        }
    }

    @Test
    void an_application_is_refused_that_would_take_the_events_of_another(Testbed testbed) throws Exception {
        try (Scenario scenario = testbed.scenario("refused application");
                HikariDataSource pool = NodeProcess.pool(scenario.node("foreign", 0))) {
            DeliverySettings settings = DeliverySettings.forApplication("foreign");

            assertThatThrownBy(() -> DurableDelivery.create(pool, new JdbcTransactions(pool), settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("holds the events of the application \"chaos\"");
        }
    }

    private static DurableDelivery foreign(HikariDataSource pool, String name) {
        return DurableDelivery.create(
                pool,
                new JdbcTransactions(pool),
                DeliverySettings.forApplication(name).withSchema("another"));
    }

    private static void visit(DurableDelivery delivery, int number) throws Exception {
        delivery.unitOfWork().execute(() -> {
            delivery.unitOfWork().raise("visitor-" + number % 5, new Visit(number));
            return OperationResult.noContent();
        });
    }

    record Visit(int number) implements DomainEvent {}
}
