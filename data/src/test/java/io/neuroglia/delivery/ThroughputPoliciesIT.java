package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Transactions are what deliveries cost: none where none is needed, one for several where the handler allows it. */
class ThroughputPoliciesIT {
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Object> seen = ConcurrentHashMap.newKeySet();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void a_handler_that_changes_nothing_in_its_transaction_leaves_no_note() throws Exception {
        process.on("remote", Numbered.class, event -> seen.add(event))
                .on("raising", Numbered.class, event -> process.unitOfWork.raise(new Answered(event.number())))
                .on("writing", Numbered.class, event -> process.effect("writing", event))
                .on("answered", Answered.class, seen::add)
                .start();

        process.raise(new Numbered(1));

        await("all", () -> seen.size() == 2 && database.nothingIsLeft());
        assertThat(database.texts("select handler from neuroglia.handled order by handler"))
                .containsExactly("raising", "writing");
    }

    @Test
    void a_handler_without_a_transaction_is_called_outside_of_one() throws Exception {
        process.on("remote", Numbered.class, event -> {
                    seen.add(process.unitOfWork.isActive());
                    process.raise(new Answered(event.number()));
                })
                .on("answered", Answered.class, seen::add)
                .policy("remote", HandlerPolicy::withoutTransaction)
                .start();

        process.raise(new Numbered(1));

        await("the answer", () -> seen.size() == 2 && database.nothingIsLeft());
        assertThat(seen).containsExactlyInAnyOrder(false, new Answered(1));
    }

    @Test
    void deliveries_that_may_use_the_database_leave_connections_for_others() throws Exception {
        DeliveryFixture process = database.process(DeliveryFixture.quick(1_000).withConnections(2));
        AtomicInteger most = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        for (String name : List.of("a", "b", "c")) {
            process.on(name, Numbered.class, event -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                release.await();
                process.effect(name, event);
                inside.decrementAndGet();
            });
        }
        process.on("remote", Numbered.class, seen::add)
                .policy("remote", HandlerPolicy::withoutTransaction)
                .start();

        process.raise(new Numbered(1), new Numbered(2));

        await("what needs no connection goes on", () -> seen.size() == 2 && inside.get() == 2);
        release.countDown();
        await("all", database::nothingIsLeft);
        assertThat(most).hasValue(2);
        assertThat(effects()).isEqualTo("6");
    }

    @Test
    void deliveries_share_a_transaction_where_the_handler_allows_it() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        Set<String> transactions = ConcurrentHashMap.newKeySet();
        process.on("batched", Numbered.class, event -> {
                    transactions.add(transactionId());
                    if (event.number() == 0) {
                        first.await();
                    }
                    process.effect("batched", event);
                })
                .policy("batched", policy -> policy.withBatch(50).withConcurrency(1))
                .start();
        process.raise(new Numbered(0));
        await("the first is inside", () -> transactions.size() == 1);

        process.raise(IntStream.rangeClosed(1, 40).mapToObj(Numbered::new).toArray(DomainEvent[]::new));
        first.countDown();

        await("all", database::nothingIsLeft);
        assertThat(effects()).isEqualTo("41");
        assertThat(transactions.size()).isLessThan(10);
        assertThat(database.texts("select count(*) from neuroglia.handled")).containsExactly("41");
    }

    @Test
    void one_failure_of_a_shared_transaction_spoils_nothing_for_the_others() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        process.on("batched", Numbered.class, event -> {
                    if (calls.incrementAndGet() == 1) {
                        first.await();
                    }
                    process.effect("batched", event);
                    if (event.number() == 20) {
                        throw new IOException("jammed");
                    }
                })
                .policy(
                        "batched",
                        policy -> policy.withBatch(50).withConcurrency(1).withMaxAttempts(2))
                .start();
        process.raise(new Numbered(0));
        await("the first is inside", () -> calls.get() == 1);

        process.raise(IntStream.rangeClosed(1, 40).mapToObj(Numbered::new).toArray(DomainEvent[]::new));
        first.countDown();

        await(
                "one is parked",
                () -> database.texts("select error from neuroglia.delivery where state = 'parked'")
                                .size()
                        == 1);
        await("the others", () -> effects().equals("40"));
        assertThat(database.texts("select 1 from effect where event = 'Numbered[number=20]'"))
                .isEmpty();
        assertThat(database.texts("select event from effect group by event having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void a_shared_transaction_that_hangs_is_given_back() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        process.on("batched", Numbered.class, event -> {
                    int call = calls.incrementAndGet();
                    if (call == 1) {
                        first.await();
                    }
                    if (call > 1 && event.number() == 2 && seen.add("hung")) {
                        new CountDownLatch(1).await();
                    }
                    process.effect("batched", event);
                })
                .policy(
                        "batched",
                        policy -> policy.withBatch(3)
                                .withConcurrency(1)
                                .withTimeout(Duration.ofMillis(500))
                                .withRetries(Duration.ofMillis(50), Duration.ofMillis(50)))
                .start();
        process.raise(new Numbered(0));
        await("the first is inside", () -> calls.get() == 1);

        process.raise(new Numbered(1), new Numbered(2), new Numbered(3));
        first.countDown();

        await("all", () -> database.nothingIsLeft() && effects().equals("4"));
        assertThat(seen).containsExactly("hung");
    }

    @Test
    void events_raised_in_a_shared_transaction_name_the_event_that_caused_each() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        process.on("batched", Numbered.class, event -> {
                    if (calls.incrementAndGet() == 1) {
                        first.await();
                    }
                    process.unitOfWork.raise(new Answered(event.number()));
                })
                .on("answered", Answered.class, seen::add)
                .policy("batched", policy -> policy.withBatch(50).withConcurrency(1))
                .start();
        process.raise(new Numbered(0));
        await("the first is inside", () -> calls.get() == 1);

        process.raise(new Numbered(1), new Numbered(2));
        first.countDown();

        await("all", () -> seen.size() == 3 && database.nothingIsLeft());
        assertThat(database.texts("select count(distinct headers::json ->> 'causationId') from neuroglia.event"
                        + " where type = 'ThroughputPoliciesIT.Answered'"))
                .containsExactly("3");
    }

    @Test
    void an_event_of_a_mebibyte_is_stored_and_a_larger_one_refused() throws Exception {
        process.on("reader", Large.class, event -> seen.add(event.text().length()))
                .start();
        int frame = "{\"text\":\"\"}".length();

        process.raise(new Large("x".repeat((1 << 20) - frame)));
        assertThatThrownBy(() -> process.raise(new Large("x".repeat((1 << 20) - frame + 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ThroughputPoliciesIT.Large")
                .hasMessageContaining("1048577 bytes");

        await("the one that fits", () -> seen.equals(Set.of((1 << 20) - frame)));
    }

    private String transactionId() throws Exception {
        Transactions transactions = process.transactions();
        try (var statement = transactions.connection().createStatement();
                var row = statement.executeQuery("select pg_current_xact_id()")) {
            row.next();
            return row.getString(1);
        }
    }

    private String effects() {
        return database.texts("select count(*) from effect").get(0);
    }

    record Numbered(int number) implements DomainEvent {}

    record Answered(int number) implements DomainEvent {}

    record Large(String text) implements DomainEvent {}
}
