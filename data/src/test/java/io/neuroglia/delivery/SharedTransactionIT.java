package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One transaction for several deliveries, where the handler allows it. */
class SharedTransactionIT {
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Object> seen = ConcurrentHashMap.newKeySet();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

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
                        + " where type = 'SharedTransactionIT.Answered'"))
                .containsExactly("3");
    }

    @Test
    void an_event_that_another_process_has_handled_meanwhile_takes_no_effect_and_spoils_none() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        process.on("batched", Numbered.class, event -> {
                    if (calls.incrementAndGet() == 1) {
                        first.await();
                    }
                    if (event.number() == 2 && seen.add("handled elsewhere")) {
                        database.execute("insert into neuroglia.handled (message_id, handler)"
                                + " select id, 'batched' from neuroglia.event where payload = '{\"number\":2}'");
                    }
                    process.effect("batched", event);
                })
                .policy("batched", policy -> policy.withBatch(3).withConcurrency(1))
                .start();
        process.raise(new Numbered(0));
        await("the first is inside", () -> calls.get() == 1);

        process.raise(new Numbered(1), new Numbered(2), new Numbered(3));
        first.countDown();

        await("all", database::nothingIsLeft);
        assertThat(database.texts("select event from effect order by event"))
                .containsExactly("Numbered[number=0]", "Numbered[number=1]", "Numbered[number=3]");
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
}
