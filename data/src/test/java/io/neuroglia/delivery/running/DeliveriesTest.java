package io.neuroglia.delivery.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.data.json.StoredFormat;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.naming.Subscriptions;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.delivery.policy.Policies;
import io.neuroglia.delivery.running.Outcome.Returned;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DeliveriesTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final Subscriptions known = new Subscriptions(
            Mediator.builder()
                    .on("reader", Moved.class, event -> calls.incrementAndGet())
                    .build(),
            StoredFormat.standard(),
            Map.of());

    /** It was queued when the lease was lost: others may have it in hand by now. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void an_attempt_does_not_start_without_the_lease_it_was_queued_under(int batch) throws Exception {
        Deliveries deliveries = deliveries(batch, new Owner(false));
        Delivery delivery = delivery();

        deliveries.begin(delivery);

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new Returned(delivery, false));
        assertThat(calls).hasValue(0);
        deliveries.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void an_error_on_the_way_to_a_handler_is_reported_and_further_deliveries_go_on(int batch) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Deliveries deliveries = deliveries(batch, new Owner(true) {
            @Override
            public boolean owns(long incarnation) {
                if (asked.incrementAndGet() == 1) {
                    throw new StackOverflowError("by chance");
                }
                return true;
            }
        });

        deliveries.begin(delivery());
        assertThat(told.poll(10, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
        Delivery next = delivery();
        deliveries.begin(next);

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Succeeded(next));
        deliveries.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void an_error_while_an_outcome_is_reported_is_told(int batch) throws Exception {
        Deliveries deliveries = deliveries(batch, new Owner(true) {
            @Override
            public void ended(Outcome outcome) {
                throw new OutOfMemoryError("by chance");
            }
        });

        deliveries.begin(delivery());

        assertThat(told.poll(10, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        deliveries.stop();
    }

    private Deliveries deliveries(int batch, OutcomeListener listener) {
        HandlerPolicy policy = new HandlerPolicy(
                5, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 1, batch > 1, batch, Set.of());
        return new Deliveries(
                new JdbcTransactions(new PGSimpleDataSource()),
                known,
                new Policies(policy, known.all(), Map.of()),
                new Deliveries.Limits(Schema.named("neuroglia"), 2, 2, Duration.ofMillis(10)),
                new Deliveries.Watch(new DeliveryObserver() {}, new DatabaseClock()),
                listener);
    }

    static Delivery delivery() {
        OffsetDateTime noon = OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC);
        EventMessage event = new EventMessage(
                UUID.randomUUID(),
                noon,
                EventOrder.byKey("robot"),
                "DeliveriesTest.Moved",
                1,
                "{\"step\":1}",
                new EventHeaders("c", null, null),
                new Moved(1));
        return new Delivery(event, "reader", 7, 1, 0, false, false);
    }

    record Moved(int step) implements DomainEvent {}

    /** Notes what it is told. */
    private class Owner implements OutcomeListener {
        private final boolean owns;

        Owner(boolean owns) {
            this.owns = owns;
        }

        @Override
        public boolean owns(long incarnation) {
            return owns;
        }

        @Override
        public void ended(Outcome outcome) {
            told.add(outcome);
        }

        @Override
        public void broken(Throwable failure) {
            told.add(failure);
        }
    }
}
