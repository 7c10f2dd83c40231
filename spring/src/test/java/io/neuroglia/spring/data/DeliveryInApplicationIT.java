package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.context.RequestContext;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.data.Shop.Sell;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Commands run in units of work whose events are delivered while the application runs. */
@ExtendWith(PostgresExtension.class)
class DeliveryInApplicationIT {
    private TestDatabase database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open(TestDatabase testDatabase) {
        database = testDatabase;
        database.execute("drop schema if exists neuroglia cascade; drop table if exists note; " + Shop.TABLE);
        jdbc = new JdbcTemplate(database.dataSource());
    }

    @Test
    void a_commands_event_is_delivered_after_its_commit() {
        try (ConfigurableApplicationContext shop = start()) {
            OperationResult<String> result = shop.getBean(Mediator.class).execute(new Sell("pizza"));

            assertThat(result.isSuccess()).isTrue();
            Await.until("the sale is booked", () -> notes().contains("booked pizza"));
        }

        assertThat(notes()).containsExactly("booked pizza", "sold pizza");
    }

    @Test
    void a_refused_command_leaves_nothing() {
        try (ConfigurableApplicationContext shop = start()) {
            shop.getBean(Mediator.class).execute(new Sell("stone"));
            shop.getBean(Mediator.class).execute(new Sell("pizza"));
            Await.until("the sale is booked", () -> notes().contains("booked pizza"));
        }

        assertThat(notes()).containsExactly("booked pizza", "sold pizza");
    }

    @Test
    void lazily_fetched_connections_make_no_difference() {
        try (ConfigurableApplicationContext shop = start("--spring.datasource.connection-fetch=lazy")) {
            shop.getBean(Mediator.class).execute(new Sell("pizza"));

            Await.until("the sale is booked", () -> notes().contains("booked pizza"));
        }
    }

    @Test
    void delivery_runs_as_long_as_the_application() {
        DurableDelivery delivery;
        try (ConfigurableApplicationContext shop = start()) {
            delivery = shop.getBean(DurableDelivery.class);

            assertThat(delivery.isRunning()).isTrue();
            assertThat(shop.getBean(EventSink.class)).isSameAs(shop.getBean(UnitOfWork.class));
        }

        assertThat(delivery.isRunning()).isFalse();
    }

    @Test
    void lines_logged_during_a_delivery_name_the_event_its_handler_and_its_key() throws Exception {
        try (ConfigurableApplicationContext application = start(Noting.class)) {
            UnitOfWork unitOfWork = application.getBean(UnitOfWork.class);

            RequestContext.correlated("conversation-1")
                    .call(() -> unitOfWork.execute(() -> {
                        unitOfWork.raise("Oven/3", new Heated(250));
                        return OperationResult.noContent();
                    }));

            Await.until("the handler ran", () -> !Noting.LOGGED.isEmpty());
        }

        assertThat(Noting.LOGGED.remove())
                .containsEntry("event_type", "DeliveryInApplicationIT.Heated")
                .containsEntry("event_key", "Oven/3")
                .containsEntry("event_handler", "thermometer")
                .containsEntry("correlation_id", "conversation-1")
                .containsKey("event_id");
    }

    @Test
    void a_customizer_completes_the_set_up_before_the_start() {
        assertThatThrownBy(() -> start(Misnaming.class).close())
                .rootCause()
                .hasMessageContaining("policies are given for handlers that there are not: [Nobody]");
    }

    @Test
    void delivery_can_be_switched_off_while_transactions_stay() {
        try (ConfigurableApplicationContext application =
                start(NoHandlers.class, "--neuroglia.delivery.enabled=false")) {
            assertThat(application.getBeanProvider(DurableDelivery.class).stream())
                    .isEmpty();
            assertThat(application.getBeanProvider(UnitOfWork.class).stream()).isEmpty();
            assertThat(application.getBean(Transactions.class)).isInstanceOf(SpringTransactions.class);
            assertThat(application.getBean(Mediator.class).subscriptions()).isEmpty();
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return start(Shop.class, arguments);
    }

    private ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + database.jdbcUrl(), "spring.flyway.enabled=false")
                .run(arguments);
    }

    private List<String> notes() {
        return jdbc.queryForList("select text from note order by text", String.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class NoHandlers {}

    record Heated(int degrees) implements DomainEvent {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Noting {
        static final Queue<Map<String, String>> LOGGED = new ConcurrentLinkedQueue<>();

        @Bean
        MediatorCustomizer thermometer() {
            return builder -> builder.on("thermometer", Heated.class, event -> LOGGED.add(MDC.getCopyOfContextMap()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Misnaming {
        @Bean
        DeliveryCustomizer policies() {
            return delivery -> delivery.policy("Nobody", HandlerPolicy::withoutTransaction);
        }
    }
}
