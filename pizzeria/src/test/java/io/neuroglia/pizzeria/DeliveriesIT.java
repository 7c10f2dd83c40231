package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The manager's view of deliveries that are not finished, with a gateway that always fails. */
@RunsPizzeria({
    "pizzeria.sms.failure-rate=1",
    "neuroglia.delivery.first-retry=1h",
    "neuroglia.delivery.max-retry=1h",
})
class DeliveriesIT {
    private final RunningPizzeria pizzeria;
    private final Client peach;
    private String event = "";
    private String handler = "";

    DeliveriesIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        this.peach = pizzeria.peach();
    }

    @BeforeEach
    void order() {
        String order = pizzeria.anyone().order(OrderText.seed());
        await().until(() -> mentioning(order) != null);
        JsonNode stuck = mentioning(order);
        event = stuck.get("event_id").asString();
        handler = stuck.get("handler").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/deliveries, 200",
        "GET, /actuator/deliveries/4711, 400",
        "POST, /actuator/deliveries, 400",
        "POST, /actuator/deliveries/4711/sms, 400",
        "DELETE, /actuator/deliveries/4711?reason=r, 400",
    })
    void only_the_manager_may(String method, String path, int manager) {
        String body = method.equals("POST") ? "{\"action\": \"none\", \"reason\": \"r\"}" : null;

        assertThat(pizzeria.anyone().send(method, path, body).status()).isEqualTo(401);
        assertThat(pizzeria.luigi().send(method, path, body).status()).isEqualTo(403);
        assertThat(peach.send(method, path, body).status()).isEqualTo(manager);
    }

    @Test
    void an_event_is_shown_with_all_that_is_known_of_it() {
        JsonNode shown = peach.get("/actuator/deliveries/" + event).json();

        assertThat(shown.get("payload").asString()).contains("John Doe");
        assertThat(shown.get("headers").get("correlationId").asString()).isNotEmpty();
        assertThat(shown.get("deliveries")).hasSize(1);
        assertThat(shown.get("ended").get(0).get("outcome").asString()).isEqualTo("handled");
        assertThat(peach.get("/actuator/deliveries/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void a_skipped_message_is_never_sent() {
        String skip = "{\"action\": \"skip\", \"reason\": \"Called instead\"}";

        assertThat(peach.post("/actuator/deliveries/" + event + "/" + handler, skip)
                        .status())
                .isEqualTo(204);

        JsonNode shown = peach.get("/actuator/deliveries/" + event).json();
        assertThat(shown.get("deliveries")).isEmpty();
        assertThat(shown.get("ended")
                        .valueStream()
                        .map(ended -> ended.get("outcome").asString()))
                .containsExactlyInAnyOrder("handled", "skipped");
        assertThat(shown.at("/interventions/0/actor").asString()).isEqualTo("peach");
    }

    @Test
    void a_discarded_event_is_finished() {
        assertThat(peach.send("DELETE", "/actuator/deliveries/" + event, null).status())
                .isEqualTo(400);

        assertThat(peach.send("DELETE", "/actuator/deliveries/" + event + "?reason=Closed", null)
                        .status())
                .isEqualTo(204);

        assertThat(peach.get("/actuator/deliveries/" + event).json().get("deliveries"))
                .isEmpty();
        assertThat(peach.send("DELETE", "/actuator/deliveries/" + event + "?reason=Closed", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void an_edited_event_keeps_what_it_said_before() {
        String payload =
                peach.get("/actuator/deliveries/" + event).json().get("payload").asString();
        String edited = payload.replace("555-0123", "555-9999").replace("\"", "\\\"");

        assertThat(peach.post("/actuator/deliveries/" + event, "{\"payload\": \"{}\", \"reason\": \"Wrong phone\"}")
                        .status())
                .isEqualTo(400);
        assertThat(peach.post(
                                "/actuator/deliveries/" + event,
                                "{\"payload\": \"" + edited + "\", \"reason\": \"Wrong phone\"}")
                        .status())
                .isEqualTo(204);

        JsonNode shown = peach.get("/actuator/deliveries/" + event).json();
        assertThat(shown.get("payload").asString()).contains("555-9999");
        assertThat(shown.at("/interventions/0/previous_payload").asString()).isEqualTo(payload);
    }

    @Test
    void pages_are_as_long_as_asked_for_and_what_is_asked_wrongly_is_said() {
        order();

        JsonNode first = peach.get("/actuator/deliveries?limit=1").json();

        assertThat(first.get("deliveries")).hasSize(1);
        JsonNode second = peach.get("/actuator/deliveries?limit=1&after="
                        + first.get("next").asString())
                .json();
        assertThat(second.get("deliveries").get(0))
                .isNotEqualTo(first.get("deliveries").get(0));
        for (String wrong : new String[] {"limit=0", "limit=1001", "limit=x", "state=stuck", "after=x"}) {
            assertThat(peach.get("/actuator/deliveries?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(peach.get("/actuator/deliveries?state=stuck")
                        .json()
                        .get("detail")
                        .asString())
                .contains("parked");
    }

    /** Found by its error, which names the order. */
    private JsonNode mentioning(String order) {
        return peach.get("/actuator/deliveries?limit=1000&state=retry")
                .json()
                .get("deliveries")
                .valueStream()
                .filter(delivery -> delivery.get("error").asString().contains(order))
                .findFirst()
                .orElse(null);
    }
}
