package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.message.DomainEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Transactions are what deliveries cost, and connections what they take from others: none where none is needed. */
class ThroughputPoliciesIT {
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
                process.effect(name, event);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                release.await();
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

    private String effects() {
        return database.texts("select count(*) from effect").get(0);
    }

    record Numbered(int number) implements DomainEvent {}

    record Answered(int number) implements DomainEvent {}

    record Large(String text) implements DomainEvent {}
}
