package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.running.AttemptOutcome;
import io.neuroglia.delivery.running.DeliveryObserver;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ObserverIT {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void an_observer_is_told_of_each_attempt_and_of_the_first_ones_latency() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        process.delivery.observe(new Listener());
        process.on("flaky", Happened.class, event -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IOException("Gateway is down");
                    }
                })
                .start();

        process.raise(new Happened(1));

        await("it is delivered", () -> told.contains("flaky SUCCEEDED"));
        assertThat(told).containsExactly("flaky begins", "flaky FAILED", "flaky FAILED", "flaky SUCCEEDED");
    }

    @Test
    void a_parked_delivery_is_told_apart_from_one_that_will_be_retried() throws Exception {
        process.delivery.observe(new Listener());
        process.policy("sms", policy -> policy.withMaxAttempts(2))
                .on("sms", Happened.class, event -> {
                    throw new IOException("Gateway is down");
                })
                .start();

        process.raise(new Happened(1));

        await("it is parked", () -> told.contains("sms PARKED"));
        assertThat(told).containsExactly("sms begins", "sms FAILED", "sms PARKED");
    }

    @Test
    void deliveries_that_share_a_transaction_are_told_one_by_one() throws Exception {
        process.delivery.observe(new Listener());
        process.policy("sms", policy -> policy.withBatch(10).withConcurrency(1))
                .on("sms", Happened.class, event -> process.effect("sms", event))
                .start();

        process.raise(new Happened(1), new Happened(2), new Happened(3), new Happened(4));

        await(
                "all are delivered",
                () -> told.stream().filter("sms SUCCEEDED"::equals).count() == 4);
        assertThat(told).hasSize(8);
    }

    @Test
    void an_observer_that_fails_changes_nothing() throws Exception {
        process.delivery.observe(new DeliveryObserver() {
            @Override
            public void begun(String handler, Duration latency) {
                throw new IllegalStateException("Full");
            }
        });
        process.delivery.observe(new Listener());
        process.on("sms", Happened.class, event -> process.effect("sms", event)).start();

        process.raise(new Happened(1));

        await("it is finished", this::isFinished);
        assertThat(told).containsExactly("sms begins", "sms SUCCEEDED");
    }

    @Test
    void an_observer_is_told_when_the_lease_is_not_renewed() throws Exception {
        process.delivery.observe(new Listener());
        process.start();
        assertThat(process.delivery.status().lease()).isTrue();

        database.execute("alter table neuroglia.process rename to gone");

        await("it is told", () -> told.contains("lease"));
        await("the lease has expired", () -> !process.delivery.status().lease());
        assertThat(process.delivery.isRunning()).isTrue();
        database.execute("alter table neuroglia.gone rename to process");
        await("there is a lease again", () -> process.delivery.status().lease());
    }

    private boolean isFinished() {
        return database.texts("select 1 from neuroglia.work").isEmpty();
    }

    record Happened(int number) implements DomainEvent {}

    private final class Listener implements DeliveryObserver {
        @Override
        public void begun(String handler, Duration latency) {
            assertThat(latency).isBetween(Duration.ZERO, Duration.ofSeconds(20));
            told.add(handler + " begins");
        }

        @Override
        public void ended(String handler, AttemptOutcome outcome, Duration duration) {
            assertThat(duration).isPositive();
            told.add(handler + " " + outcome);
        }

        @Override
        public void leaseNotRenewed() {
            told.add("lease");
        }
    }
}
