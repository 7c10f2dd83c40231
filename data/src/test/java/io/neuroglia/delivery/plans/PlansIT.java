package io.neuroglia.delivery.plans;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.delivery.administration.DeliveryFilter;
import io.neuroglia.delivery.administration.DeliveryId;
import io.neuroglia.delivery.administration.DeliveryPage;
import io.neuroglia.delivery.administration.DeliveryState;
import io.neuroglia.delivery.administration.Intervention;
import io.neuroglia.delivery.plans.ExplainedStatements.Explained;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What the statements of delivery cost beside much that is finished and cannot be cleaned up, because somebody holds an old
 * snapshot, and much that is not finished. Each is looked at as it was run, with its own plan and parameters.
 */
class PlansIT {
    private static final int FINISHED = 1_000_000;
    private static final int OPEN = 100_000;
    private static final int MOST_BUFFERS = 2_000;
    private static final Intervention PEACH = new Intervention("peach", "because");
    private static final String TYPE = LogicalNames.of(Happened.class);

    /** Those that are documented to read everything, or begin at the beginning from time to time. */
    private static final List<String> READ_ALL = List.of("with open as materialized", "select name, count(*) from (");

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final ExplainedStatements statements = new ExplainedStatements();

    @AutoClose
    private final HikariDataSource pool = pool();

    private final DataSource dataSource = statements.watch(pool);
    private final JdbcTransactions transactions = new JdbcTransactions(dataSource);
    private final AtomicInteger calls = new AtomicInteger();

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(((HikariDataSource) database.dataSource()).getJdbcUrl());
        config.setMaximumPoolSize(10);
        config.setConnectionInitSql(ExplainedStatements.INIT);
        return new HikariDataSource(config);
    }

    @Test
    void no_statement_walks_over_what_is_finished_or_not_its_business() throws Exception {
        Schema.named("neuroglia").migrate(database.dataSource());
        try (Connection old = holdSnapshot()) {
            fill();
            DurableDelivery delivery = start();
            await("the first look is over", () -> !database.texts("select 1 from neuroglia.delivery where attempt > 0").isEmpty());
            statements.take();

            use(delivery);
            administer(delivery.administration());
            delivery.stop();
            old.rollback();
        }

        List<Explained> explained = statements.take();
        assertThat(explained).hasSizeGreaterThan(100);
        report(explained);
        for (Explained one : explained) {
            if (READ_ALL.stream().noneMatch(one.sql()::contains)) {
                assertThat(one.scanned()).as(one.plan()).doesNotContain("work", "delivery");
                assertThat(one.buffers()).as(one.plan()).isLessThan(MOST_BUFFERS);
            }
        }
    }

    private static void report(List<Explained> explained) {
        explained.stream()
                .collect(java.util.stream.Collectors.groupingBy(Explained::sql))
                .entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> -e.getValue().stream().mapToLong(Explained::buffers).max().orElse(0)))
                .forEach(e -> System.out.println(e.getValue().size() + "x max "
                        + e.getValue().stream().mapToLong(Explained::buffers).max().orElse(0) + " scans "
                        + e.getValue().stream().flatMap(x -> x.scanned().stream()).distinct().toList() + " "
                        + e.getKey().replaceAll("\\s+", " ")));
    }

    private DurableDelivery start() {
        DeliverySettings settings = DeliverySettings.forApplication("plans")
                .withPollInterval(Duration.ofMillis(100))
                .withMaxInFlight(500)
                .withRetries(Duration.ofMillis(20), Duration.ofMillis(50));
        DurableDelivery delivery = DurableDelivery.create(dataSource, transactions, settings);
        delivery.start(Mediator.builder()
                .on("quick", Happened.class, event -> calls.incrementAndGet())
                .on("failing", Happened.class, event -> {
                    if (calls.get() % 3 == 0) {
                        throw new IOException("Out of order");
                    }
                    write();
                })
                .build());
        return delivery;
    }

    private void write() throws SQLException {
        try (PreparedStatement insert = transactions.connection().prepareStatement("insert into effect (handler, event) values ('x', 'y')")) {
            insert.executeUpdate();
        }
    }

    private void use(DurableDelivery delivery) throws Exception {
        for (int i = 0; i < 30; i++) {
            int key = i;
            int before = calls.get();
            store(delivery, () -> delivery.unitOfWork().raise(new Happened(0)));
            store(delivery, () -> delivery.unitOfWork().raise("fresh " + key, new Happened(1)));
            store(delivery, () -> delivery.unitOfWork().raise("key " + key % 3, new Happened(1)));
            store(delivery, () -> {
                delivery.unitOfWork().raise("fresh " + key, new Happened(1));
                delivery.unitOfWork().raise("key " + key, new Happened(2));
            });
            await("it is busy", () -> calls.get() > before + 3);
        }
        int before = calls.get();
        await("more is taken up", () -> calls.get() > before + 1_000);
        Thread.sleep(2_500);
    }

    private static void store(DurableDelivery delivery, Runnable raise) throws Exception {
        OperationResult<Void> stored = delivery.unitOfWork().execute(() -> {
            raise.run();
            return OperationResult.noContent();
        });
        assertThat(stored.isSuccess()).isTrue();
    }

    private void administer(DeliveryAdministration administration) {
        DeliveryFilter all = DeliveryFilter.all();
        DeliveryPage first = administration.list(all, null, 100);
        administration.list(all, first.next(), 100);
        for (DeliveryState state : DeliveryState.values()) {
            administration.list(all.inState(state), null, 50);
        }
        administration.list(all.withKey("key 7"), null, 50);
        administration.list(all.inState(DeliveryState.WAITING).toHandler("quick"), null, 50);
        UUID open = administration.list(all.inState(DeliveryState.PARKED), null, 1).deliveries().getFirst().event().id();
        assertThat(administration.event(open)).isPresent();
        UUID finished = UUID.fromString(database.texts("select id from neuroglia.event limit 1").getFirst());
        assertThat(administration.event(finished)).isPresent();
        administration.retry(new DeliveryId(open, "failing"), PEACH);
        administration.retryAll(all.inState(DeliveryState.PARKED), 50, PEACH);
        administration.skipAll(all.inState(DeliveryState.WAITING), 50, PEACH);
        administration.skipAll(all.inState(DeliveryState.PENDING), 10, PEACH);
        administration.edit(open, "{\"number\":5}", PEACH);
        administration.discard(open, PEACH);
        assertThat(administration.replay(new DeliveryId(finished, "quick"), PEACH).isSuccess()).isTrue();
        administration.replay(new DeliveryId(open, "quick"), PEACH);
    }

    private Connection holdSnapshot() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        return connection;
    }

    private void fill() throws SQLException {
        database.execute("""
            set synchronous_commit = off;
            insert into neuroglia.event (id, stored_at, key, sequence, ordinal, type, type_version, payload, headers)
            select overlay(md5(i::text) placing lpad(to_hex(i), 12, '0') from 1 for 12)::uuid,
                clock_timestamp() - interval '1 hour' + i * interval '1 ms', 'key ' || i %% 10000, 0, 0, '%s', 1,
                '{"number":1}', '{"correlationId":"c"}'
            from generate_series(1, %d + %d) as i;
            """.formatted(TYPE, FINISHED, OPEN));
        database.execute("""
            set synchronous_commit = off;
            insert into neuroglia.work (event_id, stored_at, key, position, pending)
            select id, stored_at, key, position, '{quick,failing}' from neuroglia.event order by position limit %d;
            delete from neuroglia.work;
            insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
            select id, stored_at, 'quick', key, position, (array['waiting', 'retry'])[position %% 2 + 1], 0, stored_at
            from neuroglia.event order by position limit 200000;
            delete from neuroglia.delivery;
            """.formatted(FINISHED));
        database.execute("""
            set synchronous_commit = off;
            with open as materialized (
                select * from neuroglia.event order by position desc limit %d),
            worked as (insert into neuroglia.work (event_id, stored_at, key, position, pending)
                select id, stored_at, key, position, '{quick,failing}' from open where position %% 2 = 0)
            insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
            select id, stored_at, 'failing', key, position,
                case when position %% 10 < 7 then 'waiting' when position %% 10 = 7 then 'parked' else 'retry' end,
                0, case when position %% 10 = 8 then clock_timestamp() + interval '1 day' else clock_timestamp() end
            from open where position %% 2 = 1 or position %% 10 = 8;
            insert into neuroglia.handled (event_id, handler, event_stored_at)
            select id, 'failing', stored_at from neuroglia.event order by position limit 200000;
            """.formatted(OPEN));
    }

    record Happened(int number) implements DomainEvent {}
}
