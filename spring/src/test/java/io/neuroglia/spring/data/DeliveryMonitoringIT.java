package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.spring.data.Shop.Sell;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What metrics and health tell of durable delivery. */
@ExtendWith(PostgresExtension.class)
class DeliveryMonitoringIT {
    private TestDatabase database;
    private ConfigurableApplicationContext shop;
    private MeterRegistry registry;

    @BeforeEach
    void open(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
        shop = new SpringApplicationBuilder(Shop.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.flyway.enabled=false",
                        "neuroglia.delivery.backlog-interval=1ms",
                        "neuroglia.delivery.heartbeat=100ms",
                        "neuroglia.delivery.lease=500ms",
                        "neuroglia.delivery.first-retry=1h",
                        "neuroglia.delivery.max-retry=1h")
                .run();
        registry = shop.getBean(MeterRegistry.class);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void attempts_and_latency_are_counted_and_timed_by_handler() {
        sell("pizza");

        Await.until("it is booked", () -> attempts("succeeded") == 1);
        assertThat(registry.get("neuroglia.delivery.latency")
                        .tag("handler", "bookkeeping")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("neuroglia.delivery.attempts").timer().totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(backlog("bookkeeping", "pending")).isZero();
    }

    @Test
    void what_failed_is_the_backlog_of_its_handler() {
        sell("trouble");

        Await.until("it has failed", () -> attempts("failed") == 1);
        Await.until("it is in the backlog", () -> backlog("bookkeeping", "retry") == 1);
        assertThat(age("bookkeeping", "retry")).isBetween(0.0, 60.0);
        assertThat(backlog("bookkeeping", "parked")).isZero();
    }

    @Test
    void handlers_that_are_not_known_here_are_counted_together() {
        sell("trouble");
        Await.until("it is in the backlog", () -> backlog("bookkeeping", "retry") == 1);

        database.execute("update neuroglia.delivery set handler = 'renamed', state = 'parked'");

        Await.until("it is told", () -> backlog("unknown", "parked") == 1);
        assertThat(backlog("bookkeeping", "retry")).isZero();
        assertThat(registry.find("neuroglia.delivery.backlog")
                        .tag("handler", "renamed")
                        .gauge())
                .isNull();
    }

    @Test
    void a_registry_that_is_bound_twice_counts_once() {
        shop.getBean(DeliveryMetrics.class).bindTo(registry);

        sell("pizza");

        Await.until("it is booked", () -> attempts("succeeded") >= 1);
        Await.until(
                "it is finished",
                () -> new JdbcTemplate(database.dataSource())
                        .queryForList("select 1 from neuroglia.work")
                        .isEmpty());
        assertThat(attempts("succeeded")).isEqualTo(1);
    }

    @Test
    void a_backlog_that_cannot_be_read_leaves_all_other_figures_alone() {
        database.execute("alter table neuroglia.delivery rename to gone");

        Await.until("it is not known", () -> Double.isNaN(backlog("bookkeeping", "parked")));
        List<Meter> read = registry.getMeters().stream()
                .filter(meter -> meter.measure().iterator().hasNext())
                .toList();
        assertThat(read).hasSizeGreaterThan(10);
        database.execute("alter table neuroglia.gone rename to delivery");
        Await.until("it is known again", () -> backlog("bookkeeping", "parked") == 0);
    }

    @Test
    void health_is_up_whatever_is_parked() {
        sell("trouble");
        Await.until("it is in the backlog", () -> backlog("bookkeeping", "retry") == 1);
        database.execute("update neuroglia.delivery set state = 'parked'");

        Await.until(
                "it is told", () -> Long.valueOf(1).equals(health().getDetails().get("parked")));
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void health_is_down_when_the_lease_is_lost_and_up_when_there_is_one_again() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);

        database.execute("alter table neuroglia.process rename to gone");

        Await.until("it is down", () -> health().getStatus().equals(Status.DOWN));
        assertThat(registry.get("neuroglia.delivery.lease.failures").counter().count())
                .isPositive();
        database.execute("alter table neuroglia.gone rename to process");
        Await.until("it is up", () -> health().getStatus().equals(Status.UP));
    }

    @Test
    void health_is_down_when_delivery_does_not_run() {
        shop.getBean(DurableDelivery.class).stop();

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health().getDetails()).containsEntry("running", false);
    }

    private void sell(String item) {
        assertThat(shop.getBean(Mediator.class).execute(new Sell(item)).isSuccess())
                .isTrue();
    }

    private Health health() {
        return shop.getBean("deliveryHealthIndicator", HealthIndicator.class).health(true);
    }

    private long attempts(String outcome) {
        var timer = registry.find("neuroglia.delivery.attempts")
                .tags("handler", "bookkeeping", "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double backlog(String handler, String state) {
        return registry.get("neuroglia.delivery.backlog")
                .tags("handler", handler, "state", state)
                .gauge()
                .value();
    }

    private double age(String handler, String state) {
        return registry.get("neuroglia.delivery.backlog.age")
                .tags("handler", handler, "state", state)
                .gauge()
                .value();
    }
}
