package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.postgres.EmbeddedPostgres;
import io.neuroglia.testing.postgres.TestDatabase;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When and whereto the pizzeria delivers, by its settings; and what happens without its database. */
class RulesOfTheHouseIT {
    @Test
    void a_closed_kitchen_says_when_it_is_open() {
        int hour = LocalTime.now(ZoneOffset.UTC).plusHours(2).getHour();
        List<String> opensLater = List.of(
                "pizzeria.kitchen.opens=%02d:30".formatted(hour), "pizzeria.kitchen.closes=%02d:45".formatted(hour));

        try (RunningPizzeria pizzeria =
                RunningPizzeria.start(TestDatabase.create().jdbcUrl(), opensLater)) {
            Answer refusal =
                    pizzeria.anyone().post("/api/orders", OrderText.seed().json());

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.detail())
                    .matches("Sorry, we're closed! Kitchen hours are \\d+:30 (AM|PM) - \\d+:45 (AM|PM)");
        }
    }

    @Test
    void outside_its_area_nothing_is_delivered() {
        List<String> springfield = List.of("pizzeria.delivery.area=Springfield, Shelbyville");

        try (RunningPizzeria pizzeria =
                RunningPizzeria.start(TestDatabase.create().jdbcUrl(), springfield)) {
            Client anyone = pizzeria.anyone();
            Answer inside = anyone.post(
                    "/api/orders",
                    OrderText.seed()
                            .with("customer_address", "\"742 Evergreen Terrace, SPRINGFIELD\"")
                            .json());
            Answer outside = anyone.post("/api/orders", OrderText.seed().json());

            assertThat(inside.status()).isEqualTo(201);
            assertThat(outside.status()).isEqualTo(400);
            assertThat(outside.detail()).isEqualTo("We don't deliver to that area. Please try pickup instead.");
        }
    }

    @Test
    void a_changed_capacity_holds_after_a_restart() {
        String database = TestDatabase.create().jdbcUrl();

        assertThat(acceptedOfSeven(database, 5)).isEqualTo(5);
        assertThat(acceptedOfSeven(database, 3)).isZero();
        assertThat(acceptedOfSeven(database, 6)).isEqualTo(1);
        assertThat(acceptedOfSeven(database, 0)).isZero();
    }

    private static long acceptedOfSeven(String database, int capacity) {
        List<String> settings = List.of("pizzeria.kitchen.capacity=" + capacity);
        try (RunningPizzeria pizzeria = RunningPizzeria.start(database, settings)) {
            return IntStream.range(0, 7)
                    .map(i -> pizzeria.anyone()
                            .post("/api/orders", OrderText.seed().json())
                            .status())
                    .filter(status -> status == 201)
                    .count();
        }
    }

    @Test
    void without_its_database_it_is_down_and_says_so_without_details() {
        List<String> impatient =
                List.of("spring.datasource.hikari.connection-timeout=500", "logging.level.com.zaxxer.hikari=off");
        try (EmbeddedPostgres server = EmbeddedPostgres.temporary().start();
                RunningPizzeria pizzeria =
                        RunningPizzeria.start(server.jdbcUrlWithCredentials("postgres"), impatient)) {
            pizzeria.anyone().order(OrderText.seed());
            server.close();

            Answer health = pizzeria.anyone().get("/actuator/health");
            Answer order =
                    pizzeria.anyone().post("/api/orders", OrderText.seed().json());
            Answer status = pizzeria.anyone().get("/api/orders/4711/status");

            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(List.of(order, status)).allSatisfy(refusal -> {
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
                assertThat(refusal.body()).doesNotContain("jdbc", "SQL", "Exception");
            });
        }
    }
}
