package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.delivery.policy.UndeliverableEventException;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PolicyIT {
    private final AtomicInteger attempts = new AtomicInteger();
    private final ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void after_the_last_attempt_a_delivery_is_parked_and_holds_up_only_its_own_handler_and_key() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {
                        if (event.number() == 1) {
                            attempts.incrementAndGet();
                            throw new IOException("gateway is down");
                        }
                        seen.add(event.number());
                    })
                    .on("good", Happened.class, event -> seen.add(100 + event.number()))
                    .policy("sms", policy -> policy.withMaxAttempts(3))
                    .start();

            process.raise("robot", new Happened(1), new Happened(2));
            process.raise("other", new Happened(3));

            await("parked", () -> parked().size() == 1);
            await("all else", () -> seen.containsAll(List.of(101, 102, 103, 3)));
            assertThat(attempts).hasValue(3);
            assertThat(parked()).containsExactly("sms 3 java.io.IOException: gateway is down");
            assertThat(database.texts("select stack_trace from neuroglia.delivery where state = 'parked'")
                            .get(0))
                    .contains("at io.neuroglia.delivery.PolicyIT");
            assertThat(database.texts("select handler from neuroglia.delivery where state = 'waiting'"))
                    .containsExactly("sms");
            assertThat(seen).doesNotContain(2);
        }
    }

    @Test
    void a_handler_says_that_it_will_never_succeed() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {
                        attempts.incrementAndGet();
                        throw new UndeliverableEventException("no such customer");
                    })
                    .on("mail", Happened.class, event -> {
                        attempts.incrementAndGet();
                        throw new IllegalArgumentException("no address");
                    })
                    .policy("mail", policy -> policy.withParkOn(Set.of(IllegalArgumentException.class)))
                    .start();

            process.raise(new Happened(1));

            await("parked", () -> parked().size() == 2);
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void a_handler_that_hangs_is_interrupted_and_called_again() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {
                        if (attempts.incrementAndGet() == 1) {
                            new CountDownLatch(1).await();
                        }
                        seen.add(event.number());
                    })
                    .policy(
                            "sms",
                            policy -> policy.withTimeout(Duration.ofMillis(200))
                                    .withRetries(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                    .start();

            process.raise(new Happened(1));

            await(
                    "the reason",
                    () -> database.texts("select error from neuroglia.delivery").stream()
                            .anyMatch(error -> error.contains("sms did not end within 200 ms")));
            assertThat(database.texts("select stack_trace from neuroglia.delivery")
                            .get(0))
                    .contains("InterruptedException");
            await("the second attempt", () -> List.copyOf(seen).equals(List.of(1)));
        }
    }

    @Test
    void a_handler_that_ignores_its_interruption_is_abandoned_and_cannot_commit_any_more() throws Exception {
        AtomicBoolean release = new AtomicBoolean();
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {
                        attempts.incrementAndGet();
                        while (!release.get()) {
                            Thread.interrupted();
                            LockSupport.parkNanos(1_000_000);
                        }
                        process.effect("sms", event);
                    })
                    .policy(
                            "sms",
                            policy -> policy.withTimeout(Duration.ofMillis(100))
                                    .withRetries(Duration.ofMillis(100), Duration.ofMillis(100)))
                    .start();

            process.raise(new Happened(1));
            await(
                    "given up",
                    () -> database.texts("select stack_trace from neuroglia.delivery").stream()
                            .anyMatch(trace -> trace.contains("did not react") && trace.contains("PolicyIT")));
            release.set(true);

            await(
                    "finished",
                    () -> database.texts("select 1 from neuroglia.delivery").isEmpty());
            assertThat(database.texts("select event from effect")).hasSize(1);
        }
    }

    @Test
    void a_handler_that_is_not_known_is_parked_and_goes_on_when_somebody_knows_it() throws Exception {
        raisedBefore();
        try (DeliveryFixture other = new DeliveryFixture(database)) {
            other.on("mail", Happened.class, event -> seen.add(event.number())).start();

            await("parked", () -> parked().size() == 1);
            assertThat(parked().get(0))
                    .contains("sms 1 No handler is named sms")
                    .contains("@LogicalName(\"sms\")");
            assertThat(seen).containsExactly(1);
        }
        try (DeliveryFixture back = new DeliveryFixture(database)) {
            back.on("sms", Happened.class, event -> seen.add(10 + event.number()))
                    .on("mail", Happened.class, event -> {})
                    .start();

            await("delivered", () -> List.copyOf(seen).equals(List.of(1, 11)));
        }
    }

    @Test
    void an_event_for_handlers_that_nobody_knows_is_parked_after_a_while() throws Exception {
        raisedBefore();
        for (String table : List.of("event", "work")) {
            database.execute("update neuroglia." + table + " set stored_at = stored_at - interval '61 seconds'");
        }

        try (DeliveryFixture other = new DeliveryFixture(database)) {
            other.on("third", Happened.class, event -> seen.add(event.number())).start();

            await("parked", () -> parked().size() == 2);
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void an_event_of_an_unknown_type_is_parked_and_goes_on_when_somebody_knows_it() throws Exception {
        raisedBefore();
        database.execute("update neuroglia.event set type = 'Renamed'");
        try (DeliveryFixture other = new DeliveryFixture(database)) {
            other.on("sms", Happened.class, event -> seen.add(event.number())).start();
            await("parked", () -> parked().size() == 2);
        }
        database.execute("update neuroglia.event set type = 'PolicyIT.Happened'");

        try (DeliveryFixture back = new DeliveryFixture(database)) {
            back.on("sms", Happened.class, event -> seen.add(event.number())).start();

            await("delivered", () -> List.copyOf(seen).equals(List.of(1)));
        }
    }

    @Test
    void a_payload_that_cannot_be_read_is_parked_at_once() throws Exception {
        raisedBefore();
        database.execute("update neuroglia.event set payload = '{\"number\":\"many\"}'");

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {})
                    .on("mail", Happened.class, event -> {})
                    .start();

            await("parked", () -> parked().size() == 2);
            assertThat(parked().get(0)).contains("mail 1").contains("cannot be read as");
        }
    }

    @Test
    void an_event_during_whose_delivery_processes_died_too_often_is_parked_untried() throws Exception {
        raisedBefore();
        database.execute("update neuroglia.work set owner = 1000000, takeovers = 10");

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> attempts.incrementAndGet())
                    .on("mail", Happened.class, event -> attempts.incrementAndGet())
                    .start();

            await("parked", () -> parked().size() == 2);
            assertThat(parked().get(0)).contains("The process ended during 11 attempts");
            assertThat(attempts).hasValue(0);
        }
    }

    @Test
    void a_policy_comes_too_late_after_the_start() {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {}).start();

            assertThatThrownBy(() -> process.policy("sms", UnaryOperator.identity()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before start");
        }
    }

    private void raisedBefore() throws Exception {
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("sms", Happened.class, event -> {})
                    .on("mail", Happened.class, event -> {})
                    .start();
            old.delivery.stop();
            old.raise(new Happened(1));
        }
    }

    private List<String> parked() {
        return database.texts("select handler || ' ' || attempt || ' ' || error from neuroglia.delivery"
                + " where state = 'parked' and owner is null order by handler");
    }

    record Happened(int number) implements DomainEvent {}
}
