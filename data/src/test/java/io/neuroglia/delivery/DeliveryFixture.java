package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** One process, as far as delivery is concerned: its own pool, lease and handlers. */
public final class DeliveryFixture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcTransactions transactions;
    private final MediatorBuilder handlers = Mediator.builder();
    private Mediator mediator;
    public final DurableDelivery delivery;
    public final DurableUnitOfWork unitOfWork;

    public DeliveryFixture(TestDatabase database) {
        this(database, quick(1_000));
    }

    public DeliveryFixture(TestDatabase database, DeliverySettings settings) {
        this(database.dataSource(), settings);
    }

    DeliveryFixture(DataSource dataSource, DeliverySettings settings) {
        this.transactions = new JdbcTransactions(dataSource);
        this.delivery = DurableDelivery.create(dataSource, transactions, settings);
        this.unitOfWork = delivery.unitOfWork();
    }

    public static DeliverySettings quick(int maxInFlight) {
        return settings(maxInFlight, Duration.ofMillis(900), Duration.ofMillis(100));
    }

    /** Looks for nothing by itself, and believes in its lease for an hour. */
    public static DeliverySettings unprompted() {
        return settings(1_000, Duration.ofHours(1), Duration.ofHours(1));
    }

    private static DeliverySettings settings(int maxInFlight, Duration lease, Duration poll) {
        return DeliverySettings.forApplication("test")
                .withProcessName("test")
                .withLease(lease, lease.dividedBy(4))
                .withPollInterval(poll)
                .withMaxInFlight(maxInFlight)
                .withHandlerConcurrency(4)
                .withRetries(Duration.ofMillis(50), Duration.ofMillis(200))
                .withStopTimeout(Duration.ofSeconds(5));
    }

    public <E extends DomainEvent> DeliveryFixture on(String name, Class<E> type, EventHandler<? super E> handler) {
        handlers.on(name, type, handler);
        return this;
    }

    public DeliveryFixture policy(String handler, UnaryOperator<HandlerPolicy> change) {
        delivery.policy(handler, change);
        return this;
    }

    public <E extends DomainEvent> DeliveryFixture on(Class<E> type, EventHandler<? super E> handler) {
        handlers.on(type, handler);
        return this;
    }

    /** Lets an event be raised that handlers only know by a supertype. */
    DeliveryFixture knows(Class<? extends DomainEvent> type) {
        handlers.domainEvent(type);
        return this;
    }

    public DeliveryFixture start() {
        if (mediator == null) {
            mediator = handlers.build();
        }
        delivery.start(mediator);
        return this;
    }

    /** Raises events in one unit of work that commits. */
    public void raise(DomainEvent... events) throws Exception {
        OperationResult<Void> result = unitOfWork.execute(() -> {
            List.of(events).forEach(unitOfWork::raise);
            return OperationResult.noContent();
        });
        assertThat(result.isSuccess()).isTrue();
    }

    /** Raises events of one key, one after the other, in one unit of work that commits. */
    public void raise(String key, DomainEvent... events) throws Exception {
        OperationResult<Void> result = unitOfWork.execute(() -> {
            List.of(events).forEach(event -> unitOfWork.raise(key, event));
            return OperationResult.noContent();
        });
        assertThat(result.isSuccess()).isTrue();
    }

    /** Notes in the open transaction that a handler saw an event. */
    public void effect(String handler, Object event) throws Exception {
        try (PreparedStatement insert =
                transactions.connection().prepareStatement("insert into effect (handler, event) values (?, ?)")) {
            insert.setString(1, handler);
            insert.setString(2, event.toString());
            insert.executeUpdate();
        }
    }

    public JdbcTransactions transactions() {
        return transactions;
    }

    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long: %s", what).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        delivery.stop();
    }
}
