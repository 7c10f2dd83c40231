package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.spring.data.RunningTill.Answer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a platform learns that asks for health. */
@ExtendWith(PostgresExtension.class)
class HealthOverHttpIT {
    private static final String HEALTH = "/actuator/health";

    private TestDatabase database;

    @BeforeEach
    void empty(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
    }

    @Test
    void a_lost_lease_is_status_503_until_there_is_one_again_and_tells_a_stranger_no_more() {
        try (RunningTill till = RunningTill.start(GuardedTill.class, database)) {
            assertThat(till.get(HEALTH).status()).isEqualTo(200);

            database.execute("alter table neuroglia.process rename to gone");

            Await.until("it is down", () -> till.get(HEALTH).status() == 503);
            assertThat(till.get(HEALTH).json().get("status").asString()).isEqualTo("DOWN");
            assertThat(till.get(HEALTH).json().has("components")).isFalse();
            database.execute("alter table neuroglia.gone rename to process");
            Await.until("it is up", () -> till.get(HEALTH).status() == 200);
        }
    }

    @Test
    void details_name_what_is_wrong_and_leak_neither_statements_nor_exceptions() {
        try (RunningTill till = RunningTill.start(
                GuardedTill.class, database, "management.endpoint.health.show-details=when-authorized")) {
            database.execute("alter table neuroglia.process rename to gone");
            Await.until("it is down", () -> till.get(HEALTH).status() == 503);

            Answer details = till.getAs("peach", HEALTH);

            assertThat(details.status()).isEqualTo(503);
            assertThat(details.text("/components/delivery/status")).isEqualTo("DOWN");
            assertThat(details.text("/components/delivery/details/lease")).isEqualTo("false");
            assertThat(details.text("/components/delivery/details/running")).isEqualTo("true");
            assertThat(details.text("/components/db/status")).isEqualTo("UP");
            assertThat(details.body()).doesNotContain("Exception", "neuroglia.process", "select", "update", " at ");
        }
    }

    @Test
    void delivery_that_does_not_run_is_status_503() {
        try (RunningTill till =
                RunningTill.start(GuardedTill.class, database, "management.endpoint.health.show-details=always")) {
            till.bean(DurableDelivery.class).stop();

            assertThat(till.get(HEALTH).status()).isEqualTo(503);
            assertThat(till.get(HEALTH).text("/components/delivery/details/running"))
                    .isEqualTo("false");
        }
    }

    @Test
    void what_is_parked_leaves_health_at_200() {
        try (RunningTill till =
                RunningTill.start(GuardedTill.class, database, "management.endpoint.health.show-details=always")) {
            till.sell("left", "poison");

            Await.until(
                    "it is told",
                    () -> till.get(HEALTH)
                            .text("/components/delivery/details/parked")
                            .equals("1"));
            assertThat(till.get(HEALTH).status()).isEqualTo(200);
        }
    }

    @Test
    void delivery_can_be_left_out() {
        try (RunningTill till =
                RunningTill.start(GuardedTill.class, database, "management.health.delivery.enabled=false")) {
            till.bean(DurableDelivery.class).stop();

            assertThat(till.get(HEALTH).status()).isEqualTo(200);
        }
    }
}
