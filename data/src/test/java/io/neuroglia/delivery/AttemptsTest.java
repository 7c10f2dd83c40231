package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.StoredEvent.EventId;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class AttemptsTest {
    private static final long OWNER = 7;

    private final AtomicInteger calls = new AtomicInteger();
    private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

    /** It was queued when the lease was lost: others may have it in hand by now. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void an_attempt_does_not_start_without_the_lease_it_was_queued_under(int batch) throws Exception {
        Mediator mediator = Mediator.builder()
                .on("reader", Moved.class, event -> calls.incrementAndGet())
                .build();
        Subscriptions known = new Subscriptions(mediator, Map.of());
        Attempts attempts = attempts(known, batch);

        attempts.begin(attempt(known));

        assertThat(endings.poll(10, TimeUnit.SECONDS)).isEqualTo(new Returned());
        assertThat(calls).hasValue(0);
    }

    private static Attempts attempts(Subscriptions known, int batch) {
        DeliverySettings settings = DeliverySettings.defaults();
        Policies policies = new Policies(
                settings.policy(),
                known.all(),
                Map.of("reader", policy -> batch == 1 ? policy.withoutTransaction() : policy.withBatch(batch)));
        ProcessLease never = new ProcessLease(settings);
        return new Attempts(
                new Deliverer(new JdbcTransactions(new PGSimpleDataSource()), known, policies),
                never,
                policies,
                1,
                new Observation(new DeliveryObserver() {}, never.clock()));
    }

    private Attempt attempt(Subscriptions known) {
        StoredEvent event = new StoredEvent(
                new EventId(new UUID(0, 1), OffsetDateTime.now(ZoneOffset.UTC)),
                "robot",
                "AttemptsTest.Moved",
                1,
                "{}",
                new EventHeaders("c", null, null),
                List.of("reader"),
                0);
        return new Attempt(event, OWNER, known.handler("reader"), 1, 0, new Moved(1), false, endings::add);
    }

    record Moved(int step) implements DomainEvent {}
}
