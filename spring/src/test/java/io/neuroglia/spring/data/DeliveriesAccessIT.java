package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.data.RunningTill.Answer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what at the endpoint {@code deliveries}, with as little configuration as there can be. */
@ExtendWith(PostgresExtension.class)
class DeliveriesAccessIT {
    private static final String DELIVERIES = "/actuator/deliveries";
    private static final String EXPOSED = "management.endpoints.web.exposure.include=deliveries";
    private static final String SKIP = "{\"action\": \"skip\", \"reason\": \"r\"}";
    private static final String MASKED = "******";

    private TestDatabase database;

    @BeforeEach
    void empty(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
    }

    @Test
    void nobody_finds_it_that_has_not_been_exposed() {
        try (RunningTill till = RunningTill.start(GuardedTill.class, database)) {
            assertThat(till.getAs("peach", DELIVERIES).status()).isEqualTo(404);
        }
    }

    @Test
    void under_the_default_rules_of_spring_security_one_has_to_log_in() {
        try (RunningTill till = RunningTill.start(
                Till.class,
                database,
                EXPOSED,
                "spring.security.user.name=boss",
                "spring.security.user.password=secret")) {
            assertThat(till.get(DELIVERIES).status()).isEqualTo(401);
            assertThat(till.getAs("boss", DELIVERIES).status()).isEqualTo(200);
        }
    }

    @Test
    void exposed_without_any_guard_it_neither_shows_what_events_say_nor_changes_anything() {
        try (RunningTill till = RunningTill.start(OpenTill.class, database, EXPOSED)) {
            String event = parked(till, null);
            String path = DELIVERIES + "/" + event;

            assertThat(till.get(path).text("/payload")).isEqualTo(MASKED);
            assertThat(till.get(path).body()).doesNotContain("\"item");
            assertThat(till.postAs(null, DELIVERIES, SKIP).status()).isEqualTo(405);
            assertThat(till.postAs(null, path, "{\"payload\": \"{}\", \"reason\": \"r\"}")
                            .status())
                    .isEqualTo(405);
            assertThat(till.postAs(null, path + "/bookkeeping", SKIP).status()).isIn(404, 405);
            assertThat(till.send("DELETE", path + "?reason=r", null, null).status())
                    .isEqualTo(405);
            assertThat(till.get(DELIVERIES).json().get("deliveries")).hasSize(1);
        }
    }

    @Test
    void values_are_shown_to_those_in_a_role_that_may_see_them() {
        try (RunningTill till = RunningTill.start(
                GuardedTill.class,
                database,
                EXPOSED,
                "management.endpoint.deliveries.access=unrestricted",
                "management.endpoint.deliveries.show-values=when-authorized",
                "management.endpoint.deliveries.roles=BOSS")) {
            String path = DELIVERIES + "/" + parked(till, "peach");
            assertThat(till.postAs(
                                    "luigi",
                                    path,
                                    "{\"payload\": \"{\\\"item\\\": \\\"cola\\\"}\", \"reason\": \"Typo\"}")
                            .status())
                    .isEqualTo(204);

            Answer boss = till.getAs("peach", path);
            Answer staff = till.getAs("luigi", path);

            assertThat(boss.text("/payload")).contains("cola");
            assertThat(boss.text("/interventions/0/previousPayload")).contains("poison");
            assertThat(staff.status()).isEqualTo(200);
            assertThat(staff.text("/payload")).isEqualTo(MASKED);
            assertThat(staff.text("/interventions/0/previousPayload")).isEqualTo(MASKED);
            assertThat(staff.text("/interventions/0/actor")).isEqualTo("luigi");
            assertThat(staff.text("/deliveries/0/error")).contains("Nobody can book this");
            assertThat(staff.body()).doesNotContain("cola", "poison");
        }
    }

    @Test
    void without_named_roles_everybody_who_is_logged_in_may_see_values() {
        try (RunningTill till = RunningTill.start(
                GuardedTill.class, database, EXPOSED, "management.endpoint.deliveries.show-values=when-authorized")) {
            String path = DELIVERIES + "/" + parked(till, "peach");

            assertThat(till.getAs("luigi", path).text("/payload")).contains("poison");
        }
    }

    @Test
    void values_that_are_always_shown_need_no_login() {
        try (RunningTill till = RunningTill.start(
                OpenTill.class, database, EXPOSED, "management.endpoint.deliveries.show-values=always")) {
            assertThat(till.get(DELIVERIES + "/" + parked(till, null)).text("/payload"))
                    .contains("poison");
        }
    }

    private static String parked(RunningTill till, @Nullable String user) {
        till.sell("left", "poison");
        Await.until(
                "it is parked",
                () -> till.send("GET", DELIVERIES + "?state=parked", null, user)
                                .json()
                                .get("deliveries")
                                .size()
                        == 1);
        return till.send("GET", DELIVERIES, null, user).text("/deliveries/0/eventId");
    }
}
