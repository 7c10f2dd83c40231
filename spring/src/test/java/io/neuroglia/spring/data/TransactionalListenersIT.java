package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.mediation.MediatorCustomizer;
import io.neuroglia.testing.postgres.PostgresExtension;
import io.neuroglia.testing.postgres.TestDatabase;
import io.neuroglia.transaction.UnitOfWork;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listeners of Spring's own events raise durable events in the phases of a transaction. */
@ExtendWith(PostgresExtension.class)
@ParameterizedClass
@ValueSource(strings = {"eager", "lazy"})
class TransactionalListenersIT {
    @Parameter
    private String fetch;

    private ConfigurableApplicationContext application;
    private UnitOfWork unitOfWork;
    private Listeners listeners;

    @BeforeEach
    void start(TestDatabase database) {
        database.execute("drop schema if exists neuroglia cascade");
        application = new SpringApplicationBuilder(Ears.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.connection-fetch=" + fetch,
                        "spring.flyway.enabled=false")
                .run();
        unitOfWork = application.getBean(UnitOfWork.class);
        listeners = application.getBean(Listeners.class);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void an_event_that_is_raised_before_the_commit_is_delivered() throws Exception {
        publish(new BeforeCommit());

        Await.until("the event is delivered", () -> listeners.heard.contains("before commit"));
    }

    @Test
    void an_event_that_is_raised_after_the_commit_is_refused_and_one_in_a_unit_of_its_own_is_delivered()
            throws Exception {
        publish(new AfterCommit());

        Await.until("the event is delivered", () -> listeners.heard.contains("unit after commit"));
        assertThat(listeners.refusals).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(List.copyOf(listeners.heard)).containsExactly("unit after commit");
    }

    private void publish(Object event) throws Exception {
        unitOfWork.execute(() -> {
            application.publishEvent(event);
            return OperationResult.noContent();
        });
    }

    record BeforeCommit() {}

    record AfterCommit() {}

    record Told(String what) implements DomainEvent {}

    /** Raises in the phase that the event names. */
    static class Listeners {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
        private final UnitOfWork unitOfWork;

        Listeners(UnitOfWork unitOfWork) {
            this.unitOfWork = unitOfWork;
        }

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void before(BeforeCommit event) {
            unitOfWork.raise(new Told("before commit"));
        }

        @TransactionalEventListener
        void after(AfterCommit event) throws Exception {
            try {
                unitOfWork.raise(new Told("after commit"));
            } catch (IllegalStateException refusal) {
                refusals.add(refusal);
            }
            unitOfWork.execute(() -> {
                unitOfWork.raise(new Told("unit after commit"));
                return OperationResult.noContent();
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Ears {
        @Bean
        Listeners listeners(UnitOfWork unitOfWork) {
            return new Listeners(unitOfWork);
        }

        @Bean
        MediatorCustomizer ears(ObjectProvider<Listeners> listeners) {
            return builder -> builder.on(
                    "ears", Told.class, told -> listeners.getObject().heard.add(told.what()));
        }
    }
}
