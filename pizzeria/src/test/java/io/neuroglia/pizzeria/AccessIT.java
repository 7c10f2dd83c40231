package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RunsPizzeria
class AccessIT {
    private final RunningPizzeria pizzeria;
    private final Client anyone;

    AccessIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        anyone = pizzeria.anyone();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/orders/4711/cook, 404, 404",
        "GET, /api/notifications, 403, 200",
        "HEAD, /api/notifications, 403, 200",
        "GET, /actuator, 403, 200",
        "GET, /actuator/metrics, 403, 200",
        "GET, /actuator/env, 403, 200",
        "GET, /actuator/deliveries, 403, 200",
        "GET, /actuator/heapdump, 403, 404",
        "POST, /actuator/shutdown, 403, 404",
    })
    void only_who_has_the_role_may(String method, String path, int staff, int manager) {
        String body =
                method.equals("PUT") ? "{\"kitchen_staff_id\": \"s\", \"estimated_cooking_time_minutes\": 20}" : null;

        assertThat(anyone.send(method, path, body).status()).isEqualTo(401);
        assertThat(pizzeria.luigi().send(method, path, body).status()).isEqualTo(staff);
        assertThat(pizzeria.peach().send(method, path, body).status()).isEqualTo(manager);
    }

    @Test
    void every_address_asks_for_a_login_but_those_for_anyone() {
        assertThat(pizzeria.addresses())
                .filteredOn(address -> !asksForLogin(address))
                .containsExactlyInAnyOrder(
                        "GET /api/menu", "POST /api/orders", "GET /api/orders/{id}", "GET /api/orders/{id}/status");
    }

    private boolean asksForLogin(String address) {
        String[] parts = address.split(" ", 2);
        return anyone.send(parts[0], parts[1].replaceAll("\\{[^}]+}", "4711"), null)
                        .status()
                == 401;
    }

    @Test
    void refusals_are_problem_documents() {
        Answer unknown = anyone.get("/api/notifications");
        Answer wrong = anyone.as("luigi", "wrong").get("/api/notifications");
        Answer forbidden = pizzeria.luigi().get("/api/notifications");

        assertThat(List.of(unknown, wrong, forbidden)).allSatisfy(refusal -> {
            assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refusal.json().get("status").asInt()).isEqualTo(refusal.status());
            assertThat(refusal.header("X-Correlation-Id"))
                    .isEqualTo(refusal.json().get("correlation_id").asString());
        });
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(forbidden.status()).isEqualTo(403);
    }

    @Test
    void a_login_leaves_no_session_behind() {
        assertThat(pizzeria.peach().get("/api/notifications").headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_wrong_login_is_refused_also_where_none_is_needed() {
        assertThat(anyone.as("peach", "wrong").get("/api/menu").status()).isEqualTo(401);
    }

    @Test
    void guessing_is_slowed_down_and_the_verified_go_on() {
        assertThat(anyone.as("toad", "toad-demo").get("/api/menu").status()).isEqualTo(200);

        List<Answer> guesses = Stream.iterate(0, i -> i + 1)
                .limit(12)
                .map(i -> anyone.as("toad", "guess" + i).get("/api/menu"))
                .toList();

        assertThat(guesses).extracting(Answer::status).containsOnly(401, 429).startsWith(401, 401, 401, 401, 401);
        Answer tooEarly = guesses.stream()
                .filter(guess -> guess.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(tooEarly.header("Retry-After"))).isPositive();
        assertThat(tooEarly.header("Content-Type")).startsWith("application/problem+json");
        assertThat(anyone.as("toad", "toad-demo").get("/api/menu").status()).isEqualTo(200);
    }

    @Test
    void health_is_open_to_all_and_tells_no_details() {
        Answer health = anyone.get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anyone.get("/actuator/health/").status()).isEqualTo(200);
        assertThat(anyone.get("/actuator/health/db").status()).isEqualTo(401);
    }

    @Test
    void settings_hide_their_values_even_from_the_manager() {
        assertThat(pizzeria.peach().get("/actuator/env").body()).doesNotContain("jdbc:", "luigi-demo");
    }

    @Test
    void without_accounts_nothing_starts() {
        try (TestDatabase database = TestDatabase.create()) {

            assertThatThrownBy(() -> RunningPizzeria.start(
                            database.jdbcUrl(),
                            List.of(
                                    "pizzeria.demo-accounts=false",
                                    "logging.level.org.springframework.boot.diagnostics=off")))
                    .rootCause()
                    .hasMessageContaining("No accounts are configured");
        }
    }
}
