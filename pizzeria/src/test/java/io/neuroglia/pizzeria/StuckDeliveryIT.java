package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The SMS gateway fails; the manager sees what is stuck and why, and has it sent when the gateway is back. */
@ExtendWith(PostgresExtension.class)
class StuckDeliveryIT {
    private static final String RETRY = "{\"action\": \"retry\", \"reason\": \"The gateway is back\"}";

    private final String database;

    StuckDeliveryIT(TestDatabase database) {
        this.database = database.jdbcUrl();
    }

    @Test
    void a_message_that_is_stuck_is_shown_with_its_error_and_sent_once_when_retried() {
        String order;
        String message;
        try (RunningPizzeria broken = start("1")) {
            order = broken.anyone().order(OrderText.seed());
            await().until(() -> stuck(broken).size() == 1);

            JsonNode delivery = stuck(broken).get(0);
            message = delivery.get("event_id").asString() + "/"
                    + delivery.get("handler").asString();

            assertThat(delivery.get("error").asString())
                    .contains("SmsNotSentException")
                    .contains(order);
            assertThat(delivery.get("stack_trace").asString()).contains("SimulatedSmsGateway.send");
            assertThat(delivery.get("reason").asString()).startsWith("Attempt 1 failed; the next one is due at ");
            assertThat(figure(broken, "neuroglia.delivery.backlog?tag=state:retry"))
                    .isEqualTo(1);
            assertThat(broken.anyone().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        }

        try (RunningPizzeria mended = start("0")) {
            assertThat(mended.luigi()
                            .post("/actuator/deliveries/" + message, RETRY)
                            .status())
                    .isEqualTo(403);
            assertThat(stuck(mended)).hasSize(1);

            assertThat(mended.peach()
                            .post("/actuator/deliveries/" + message, RETRY)
                            .status())
                    .isEqualTo(204);

            await().until(() -> mended.undelivered() == 0);
            assertThat(messages(mended, order)).containsExactlyInAnyOrder("kitchen", "sms");
            assertThat(stuck(mended)).isEmpty();
            assertThat(mended.peach()
                            .post("/actuator/deliveries/" + message, RETRY)
                            .status())
                    .isEqualTo(404);
            assertThat(mended.database()
                            .sql("select actor || ': ' || reason from neuroglia.intervention")
                            .query(String.class)
                            .list())
                    .containsExactly("peach: The gateway is back");
        }
    }

    private RunningPizzeria start(String failureRate) {
        return RunningPizzeria.start(
                database,
                List.of(
                        "pizzeria.sms.failure-rate=" + failureRate,
                        "neuroglia.delivery.first-retry=1h",
                        "neuroglia.delivery.max-retry=1h",
                        "neuroglia.delivery.backlog-interval=10ms"));
    }

    private static JsonNode stuck(RunningPizzeria pizzeria) {
        return pizzeria.peach().get("/actuator/deliveries?state=retry").json().get("deliveries");
    }

    private static double figure(RunningPizzeria pizzeria, String query) {
        return pizzeria.peach()
                .get("/actuator/metrics/" + query)
                .json()
                .at("/measurements/0/value")
                .asDouble();
    }

    private static List<String> messages(RunningPizzeria pizzeria, String order) {
        return pizzeria.peach()
                .get("/api/notifications?order_id=" + order)
                .json()
                .valueStream()
                .map(row -> row.get("channel").asString())
                .toList();
    }
}
