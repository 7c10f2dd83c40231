package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With a gateway that is slow and fails half of the time. */
@RunsPizzeria({
    "pizzeria.sms.delay=100ms",
    "pizzeria.sms.failure-rate=0.5",
    "pizzeria.time-zone=Asia/Kolkata",
    "neuroglia.delivery.first-retry=50ms",
    "neuroglia.delivery.max-retry=200ms",
})
class NotificationsIT {
    private final RunningPizzeria pizzeria;

    NotificationsIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
    }

    @Test
    void each_message_is_sent_exactly_once_however_often_the_gateway_fails() {
        List<String> orders = Stream.generate(() -> pizzeria.anyone().order(OrderText.seed()))
                .limit(10)
                .toList();

        await().until(() -> pizzeria.undelivered() == 0);

        assertThat(orders)
                .allSatisfy(id ->
                        assertThat(messages(id)).containsExactlyInAnyOrder("sms to 555-0123", "kitchen to kitchen"));
    }

    @Test
    void the_messages_tell_what_the_seed_says_in_the_pizzerias_own_time() {
        Answer placed = pizzeria.anyone().post("/api/orders", OrderText.seed().json());
        String id = placed.json().get("order_id").asString();
        String readyBy = Instant.parse(placed.json().get("estimated_ready_time").asString())
                .plusSeconds(5 * 3600 + 1800)
                .toString()
                .substring(11, 16);

        await().until(() -> pizzeria.undelivered() == 0);

        JsonNode sent =
                pizzeria.peach().get("/api/notifications?order_id=" + id).json();
        assertThat(sent.valueStream().map(row -> row.get("message").asString()))
                .containsExactlyInAnyOrder(
                        "Order " + id.substring(0, 8) + " confirmed! Total: $19.39. Ready by: " + readyBy,
                        "New order " + id.substring(0, 8) + " from John Doe");
        assertThat(sent.valueStream()
                        .map(row -> Instant.parse(row.get("sent_at").asString())))
                .isSorted();
        assertThat(sent.get(0).propertyNames())
                .containsExactly("id", "order_id", "channel", "recipient", "message", "sent_at");
    }

    @Test
    void an_order_does_not_wait_for_the_gateway() {
        String id = pizzeria.anyone().order(OrderText.seed());

        assertThat(messages(id)).doesNotContain("sms to 555-0123");
        await().until(() -> messages(id).contains("sms to 555-0123"));
    }

    @Test
    void an_unknown_order_has_no_messages() {
        assertThat(pizzeria.peach().get("/api/notifications?order_id=4711").body())
                .isEqualTo("[]");
        assertThat(pizzeria.peach().get("/api/notifications?order_id=%00").status())
                .isEqualTo(400);
    }

    private List<String> messages(String orderId) {
        return pizzeria.peach()
                .get("/api/notifications?order_id=" + orderId)
                .json()
                .valueStream()
                .map(row -> row.get("channel").asString() + " to "
                        + row.get("recipient").asString())
                .toList();
    }
}
