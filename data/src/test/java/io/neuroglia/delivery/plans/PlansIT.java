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
import io.neuroglia.delivery.retention.Housekeeping;
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

    /** Of a statement in a transaction of the application. */
    private static final int MOST_BUFFERS_TO_STORE = 200;

    /** Of a statement of the worker, which has up to a thousand rows at once, and of a page that is shown. */
    private static final int MOST_BUFFERS = 10_000;

    private static final Intervention PEACH = new Intervention("peach", "because");
    private static final String TYPE = LogicalNames.of(Happened.class);

    /** How often the server plans a statement for its values, before it may plan it once for all. */
    private static final int PLANNED_ANEW = 10;

    private static final String EVENTS = """
        set synchronous_commit = off;
        insert into neuroglia.event (id, stored_at, key, sequence, ordinal, type, type_version, payload, headers)
        select gen_random_uuid(), clock_timestamp(), 'key ' || i %% 10000, 0, 0, '%s', 1,
            '{"number":1}', '{"correlationId":"c"}'
        from generate_series(1, %d) as i;
        """;

    /** Half of the latest events wait for a first attempt; of the others some are due, some parked, and most wait behind. */
    private static final String UNFINISHED = """
        set synchronous_commit = off;
        with open as materialized (select * from neuroglia.event order by position desc limit %d),
        worked as (insert into neuroglia.work (event_id, stored_at, key, position, pending)
            select id, stored_at, key, position, '{quick,failing}' from open where position %% 2 = 0)
        insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
        select id, stored_at, 'failing', key, position,
            case when position %% 10 < 7 then 'waiting' when position %% 10 = 7 then 'parked' else 'retry' end,
            0, case when position %% 10 = 8 then clock_timestamp() + interval '1 day' else clock_timestamp() end
        from open where position %% 2 = 1;
        """;

    /** At the start only: which stored names this process does not know. */
    private static final List<String> READ_ALL = List.of("with open as materialized", "select name, count(*) from (");

    /** Walks over all that is finished at the start and every ten minutes. */
    private static final String WHERE_TO_BEGIN = "with writing as materialized";

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
        Schema schema = Schema.named("neuroglia");
        schema.migrate(database.dataSource());
        new Housekeeping(database.dataSource(), schema, Duration.ofDays(30), true).run();
        DurableDelivery delivery;
        try (Connection old = holdSnapshot()) {
            fill();
            delivery = start();

            use(delivery);
            delivery.stop();
            old.rollback();
        }
        List<Explained> explained = statements.take();
        explained.remove(first(explained, WHERE_TO_BEGIN));
        READ_ALL.forEach(sql -> explained.remove(first(explained, sql)));
        requireBounded(explained);

        database.execute("vacuum neuroglia.work, neuroglia.delivery");
        administer(delivery.administration());
        assertThat(statements.take())
                .hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(one.buffers()).as(one.plan()).isLessThan(MOST_BUFFERS));
    }

    @Test
    void statements_that_were_planned_for_empty_tables_stay_good_when_these_grow() throws Exception {
        Schema.named("neuroglia").migrate(database.dataSource());
        for (String table : List.of("work", "delivery")) {
            database.execute("alter table neuroglia." + table + " set (autovacuum_enabled = false)");
        }
        DurableDelivery delivery = start();
        for (int i = 0; i < 3 * PLANNED_ANEW; i++) {
            raise(delivery, i);
        }
        await("all are attempted", () -> calls.get() == 3 * PLANNED_ANEW * 5);
        statements.take();

        database.execute(EVENTS.formatted(TYPE, OPEN));
        database.execute(UNFINISHED.formatted(OPEN));
        use(delivery);
        delivery.stop();

        requireBounded(statements.take());
    }

    private static Explained first(List<Explained> explained, String sql) {
        return explained.stream()
                .filter(one -> one.sql().contains(sql))
                .findFirst()
                .orElseThrow();
    }

    private static void requireBounded(List<Explained> explained) {
        assertThat(explained).hasSizeGreaterThan(20);
        for (Explained one : explained) {
            boolean stores = one.sql().contains("insert into neuroglia.event");
            assertThat(one.scanned()).as(one.plan()).doesNotContain("work", "delivery");
            assertThat(one.buffers()).as(one.plan()).isLessThan(stores ? MOST_BUFFERS_TO_STORE : MOST_BUFFERS);
        }
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
        try (PreparedStatement insert =
                transactions.connection().prepareStatement("insert into effect (handler, event) values ('x', 'y')")) {
            insert.executeUpdate();
        }
    }

    private void use(DurableDelivery delivery) throws Exception {
        for (int i = 0; i < 30; i++) {
            int before = calls.get();
            raise(delivery, i);
            await("it is busy", () -> calls.get() > before + 3);
        }
        int before = calls.get();
        await("more is taken up", () -> calls.get() > before + 1_000);
    }

    private static void raise(DurableDelivery delivery, int key) throws Exception {
        store(delivery, () -> delivery.unitOfWork().raise(new Happened(0)));
        store(delivery, () -> delivery.unitOfWork().raise("fresh " + key, new Happened(1)));
        store(delivery, () -> delivery.unitOfWork().raise("key " + key % 3, new Happened(1)));
        store(delivery, () -> {
            delivery.unitOfWork().raise("fresh " + key, new Happened(1));
            delivery.unitOfWork().raise("key " + key, new Happened(2));
        });
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
        administration.list(all.withKey("key 7").toHandler("failing"), null, 50);
        administration.list(all.inState(DeliveryState.WAITING).toHandler("failing"), null, 50);
        UUID open = administration
                .list(all.inState(DeliveryState.PARKED), null, 1)
                .deliveries()
                .getFirst()
                .event()
                .id();
        assertThat(administration.event(open)).isPresent();
        UUID finished = UUID.fromString(
                database.texts("select id from neuroglia.event limit 1").getFirst());
        assertThat(administration.event(finished)).isPresent();
        administration.retry(new DeliveryId(open, "failing"), PEACH);
        administration.retryAll(all.inState(DeliveryState.PARKED), 50, PEACH);
        administration.skipAll(all.inState(DeliveryState.WAITING), 50, PEACH);
        administration.skipAll(all.inState(DeliveryState.PENDING), 10, PEACH);
        administration.edit(open, "{\"number\":5}", PEACH);
        administration.discard(open, PEACH);
        assertThat(administration
                        .replay(new DeliveryId(finished, "quick"), PEACH)
                        .isSuccess())
                .isTrue();
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
        database.execute(EVENTS.formatted(TYPE, 2 * OPEN));
        database.execute("""
            set synchronous_commit = off;
            insert into neuroglia.work (event_id, stored_at, key, position, pending)
            select overlay(md5(i::text) placing lpad(to_hex(i), 12, '0') from 1 for 12)::uuid,
                clock_timestamp() - interval '1 hour' + i * interval '1 ms', 'key ' || i %% 10000, i, '{quick,failing}'
            from generate_series(1, %d) as i;
            insert into neuroglia.delivery (event_id, event_stored_at, handler, key, position, state, attempt, due_at)
            select id, stored_at, 'quick', key, position, (array['waiting', 'retry'])[position %% 2 + 1], 0, stored_at
            from neuroglia.event;
            insert into neuroglia.handled (event_id, handler, event_stored_at)
            select id, 'failing', stored_at from neuroglia.event where position %% 2 = 0;
            """.formatted(FINISHED));
        database.execute("delete from neuroglia.work");
        database.execute("delete from neuroglia.delivery");
        database.execute(UNFINISHED.formatted(OPEN));
    }

    record Happened(int number) implements DomainEvent {}
}
