package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.spring.data.Shop.Sell;
import io.neuroglia.spring.data.Shop.Sold;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What health and metrics tell of a handler that neither ends in its time nor reacts to being interrupted. */
@ExtendWith(PostgresExtension.class)
class HangingHandlerIT {
    private TestDatabase database;

    @BeforeEach
    void open(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
    }

    @Test
    void health_is_down_while_a_handler_is_blocked_and_up_when_its_calls_have_come_back() {
        try (ConfigurableApplicationContext shop = start()) {
            sell(shop, "marble");

            Await.until("it is down", () -> health(shop).getStatus().equals(Status.DOWN));
            assertThat(health(shop).getDetails())
                    .containsEntry("running", true)
                    .containsEntry("lease", true)
                    .containsEntry("worker", "working")
                    .containsEntry("abandonedCalls", Map.of("sculptor", 1))
                    .containsEntry("blockedHandlers", List.of("sculptor"));
            assertThat(abandoned(shop, "sculptor")).isEqualTo(1);
            assertThat(abandoned(shop, "bookkeeping")).isZero();

            shop.getBean(CountDownLatch.class).countDown();

            Await.until("it is up", () -> health(shop).getStatus().equals(Status.UP));
            assertThat(abandoned(shop, "sculptor")).isZero();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Shop.class, Workshop.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.flyway.enabled=false",
                        "neuroglia.delivery.handler-timeout=100ms",
                        "neuroglia.delivery.abandoned-calls=1")
                .run();
    }

    private static void sell(ConfigurableApplicationContext shop, String item) {
        assertThat(shop.getBean(Mediator.class).execute(new Sell(item)).isSuccess())
                .isTrue();
    }

    private static Health health(ConfigurableApplicationContext shop) {
        return shop.getBean("deliveryHealthIndicator", HealthIndicator.class).health(true);
    }

    private static double abandoned(ConfigurableApplicationContext shop, String handler) {
        return shop.getBean(MeterRegistry.class)
                .get("neuroglia.delivery.abandoned")
                .tag("handler", handler)
                .gauge()
                .value();
    }

    @Configuration(proxyBeanMethods = false)
    static class Workshop {
        @Bean(destroyMethod = "countDown")
        CountDownLatch marbleIsGone() {
            return new CountDownLatch(1);
        }

        @Bean
        MediatorCustomizer sculptor(CountDownLatch marbleIsGone) {
            return builder -> builder.on("sculptor", Sold.class, sold -> {
                while (sold.item().equals("marble") && marbleIsGone.getCount() > 0) {
                    Thread.interrupted(); // it is a bad handler
                    LockSupport.parkNanos(1_000_000);
                }
            });
        }
    }
}
