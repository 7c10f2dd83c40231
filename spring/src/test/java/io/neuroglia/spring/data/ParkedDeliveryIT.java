package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A poison event that delivery itself has parked: seen, mended and audited over HTTP, also by the next process. */
@ExtendWith(PostgresExtension.class)
class ParkedDeliveryIT {
    private static final String DELIVERIES = "/actuator/deliveries";
    private static final String MENDED =
            "{\"payload\": \"{\\\"item\\\": \\\"antidote\\\"}\", \"reason\": \"Mistyped\"}";

    private TestDatabase database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void empty(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
        jdbc = new JdbcTemplate(database.dataSource());
    }

    @Test
    void it_is_shown_with_its_error_and_what_waits_behind_it() {
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            JsonNode parked = only(till, "parked");
            till.sell("left", "cola");
            till.sell("right", "juice");

            JsonNode waiting = only(till, "waiting");

            assertThat(parked.get("attempt").asInt()).isEqualTo(2);
            assertThat(parked.get("error").asString()).contains("Nobody can book this");
            assertThat(parked.get("stackTrace").asString()).contains("at io.neuroglia.spring.data.Till.book");
            assertThat(waiting.get("behind").asString())
                    .isEqualTo(parked.get("eventId").asString());
            Await.until("the other key goes on", () -> notes().equals(List.of("booked juice")));
        }
    }

    @Test
    void a_retry_that_mends_nothing_is_parked_again() {
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            String path = path(only(till, "parked"));

            assertThat(act(till, path, "retry")).isEqualTo(204);

            Await.until("it is parked again", () -> list(till, "parked").size() == 1);
            assertThat(only(till, "parked").get("attempt").asInt()).isEqualTo(2);
            assertThat(audit()).containsExactly("retry bookkeeping by peach: Because");
        }
    }

    @Test
    void edited_and_retried_it_is_delivered_and_so_is_what_waited() {
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            till.sell("left", "cola");
            JsonNode parked = only(till, "parked");

            assertThat(till.postAs("peach", event(parked), MENDED).status()).isEqualTo(204);
            assertThat(notes()).isEmpty();
            assertThat(act(till, path(parked), "retry")).isEqualTo(204);

            Await.until("both", () -> notes().equals(List.of("booked antidote", "booked cola")));
            assertThat(audit()).containsExactly("edit - by peach: Mistyped", "retry bookkeeping by peach: Because");
            assertThat(till.getAs("peach", event(parked)).text("/ended/0/outcome"))
                    .isEqualTo("handled");
        }
    }

    @Test
    void skipped_it_never_comes_and_what_waited_does() {
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            till.sell("left", "cola");
            JsonNode parked = only(till, "parked");

            assertThat(act(till, path(parked), "skip")).isEqualTo(204);

            Await.until("the next", () -> notes().equals(List.of("booked cola")));
            Await.until(
                    "nothing is left",
                    () -> till.getAs("peach", DELIVERIES)
                            .json()
                            .get("deliveries")
                            .isEmpty());
            assertThat(till.getAs("peach", event(parked)).text("/ended/0/outcome"))
                    .isEqualTo("skipped");
            assertThat(audit()).containsExactly("skip bookkeeping by peach: Because");
        }
    }

    @Test
    void all_that_are_parked_are_retried_by_one_request() {
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            till.sell("right", "poison");
            Await.until("both are parked", () -> list(till, "parked").size() == 2);
            jdbc.update("update neuroglia.event set payload = '{\"item\": \"antidote\"}'");

            String changed = till.postAs(
                            "peach",
                            DELIVERIES,
                            "{\"action\": \"retry\", \"state\": \"parked\", \"reason\": \"Mended\"}")
                    .text("/changed");

            assertThat(changed).isEqualTo("2");
            Await.until("both", () -> notes().size() == 2);
        }
    }

    @Test
    void what_is_parked_stays_so_over_a_restart_and_what_waits_goes_on_in_the_next_process() {
        JsonNode parked;
        try (RunningTill till = start()) {
            till.sell("left", "poison");
            till.sell("left", "cola");
            parked = only(till, "parked");
            only(till, "waiting");
        }

        try (RunningTill next = start()) {
            next.sell("right", "juice");
            Await.until("the next process delivers", () -> notes().equals(List.of("booked juice")));
            JsonNode still = only(next, "parked");
            assertThat(still.get("eventId")).isEqualTo(parked.get("eventId"));
            assertThat(still.get("error")).isEqualTo(parked.get("error"));
            assertThat(still.get("attempt")).isEqualTo(parked.get("attempt"));
            assertThat(only(next, "waiting").get("behind")).isEqualTo(parked.get("eventId"));

            assertThat(act(next, path(parked), "skip")).isEqualTo(204);

            Await.until("what waited", () -> notes().equals(List.of("booked juice", "booked cola")));
        }
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_at_once_and_can_be_edited() {
        try (RunningTill stopped = start()) {
            stopped.bean(DurableDelivery.class).stop();
            stopped.sell("left", "cola");
        }
        jdbc.update("update neuroglia.event set payload = '{\"item\": [1, 2]}'");

        try (RunningTill till = start()) {
            JsonNode parked = only(till, "parked");
            assertThat(parked.get("error").asString()).contains("Sold");

            assertThat(till.postAs("peach", event(parked), MENDED).status()).isEqualTo(204);
            assertThat(act(till, path(parked), "retry")).isEqualTo(204);

            Await.until("it is booked", () -> notes().equals(List.of("booked antidote")));
        }
    }

    private RunningTill start() {
        return RunningTill.start(
                GuardedTill.class,
                database,
                "management.endpoints.web.exposure.include=deliveries",
                "management.endpoint.deliveries.access=unrestricted");
    }

    private static JsonNode list(RunningTill till, String state) {
        return till.getAs("peach", DELIVERIES + "?state=" + state).json().get("deliveries");
    }

    private static JsonNode only(RunningTill till, String state) {
        Await.until("one is " + state, () -> list(till, state).size() == 1);
        return list(till, state).get(0);
    }

    private static String event(JsonNode delivery) {
        return DELIVERIES + "/" + delivery.get("eventId").asString();
    }

    private static String path(JsonNode delivery) {
        return event(delivery) + "/" + delivery.get("handler").asString();
    }

    private static int act(RunningTill till, String path, String action) {
        return till.postAs("peach", path, "{\"action\": \"" + action + "\", \"reason\": \"Because\"}")
                .status();
    }

    private List<String> notes() {
        return jdbc.queryForList("select text from note order by ctid", String.class);
    }

    private List<String> audit() {
        return jdbc.queryForList(
                "select action || ' ' || coalesce(handler, '-') || ' by ' || actor || ': ' || reason"
                        + " from neuroglia.intervention order by id",
                String.class);
    }
}
