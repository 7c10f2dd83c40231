package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DeliverySettings.SchemaManagement;
import io.neuroglia.delivery.administration.DeliveryFilter;
import io.neuroglia.delivery.administration.DeliveryId;
import io.neuroglia.delivery.administration.Intervention;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that may not create tables, whose tables and partitions somebody else creates. */
class PrivilegesIT {
    private static final Intervention PEACH = new Intervention("peach", "because");

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @AutoClose
    private HikariDataSource pool;

    private JdbcTransactions transactions;

    @BeforeEach
    void createRoleAndTables() throws Exception {
        String name = database.texts("select current_database()").getFirst();
        database.execute("create role " + name + "_application login password 'secret'");
        database.execute("create schema delivery");
        runInSchema(resource("migration/V1__durable_delivery.sql"));
        database.execute(grants(name + "_application"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                ((HikariDataSource) database.dataSource()).getJdbcUrl().replaceAll("[?].*", ""));
        config.setUsername(name + "_application");
        config.setPassword("secret");
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        transactions = new JdbcTransactions(pool);
    }

    @Test
    void everything_works_without_the_right_to_create_tables() throws Exception {
        runInSchema(resource("partitions.sql"));
        AtomicInteger calls = new AtomicInteger();
        try (DurableDelivery delivery = create()) {
            delivery.policy("failing", policy -> policy.withMaxAttempts(1));
            delivery.start(Mediator.builder()
                    .on("quick", Ordered.class, event -> calls.incrementAndGet())
                    .on("failing", Ordered.class, event -> {
                        transactions.connection().createStatement().execute("select pg_advisory_xact_lock(1)");
                        if (event.number() == 1) {
                            throw new IOException("Out of order");
                        }
                    })
                    .build());
            raise(delivery, 1);
            raise(delivery, 2);
            await(
                    "one is parked",
                    () -> !texts("select 1 from delivery.delivery where state = 'parked'")
                            .isEmpty());
            UUID event = UUID.fromString(texts("select event_id from delivery.delivery where state = 'parked'")
                    .getFirst());
            var administration = delivery.administration();
            assertThat(administration.list(DeliveryFilter.all(), null, 10).deliveries())
                    .hasSize(2);
            assertThat(administration.edit(event, "{\"number\":2}", PEACH).isSuccess())
                    .isTrue();
            assertThat(administration
                            .retry(new DeliveryId(event, "failing"), PEACH)
                            .isSuccess())
                    .isTrue();
            await(
                    "all are delivered",
                    () -> texts("select 1 from delivery.delivery").isEmpty());
            assertThat(administration
                            .replay(new DeliveryId(event, "failing"), PEACH)
                            .isSuccess())
                    .isTrue();
            assertThat(delivery.replay("quick", Instant.EPOCH)).isEqualTo(2);
            await(
                    "the replayed ones are delivered",
                    () -> calls.get() == 4
                            && texts("select 1 from delivery.delivery").isEmpty());

            assertThat(delivery.status().housekeeping()).isEmpty();
            assertThat(delivery.status().housekept()).isNotNull();
        }
    }

    @Test
    void missing_partitions_show_in_the_status_and_their_rows_are_moved_when_they_are_created() throws Exception {
        try (DurableDelivery delivery = create()) {
            delivery.start(
                    Mediator.builder().on("quick", Ordered.class, event -> {}).build());
            raise(delivery, 1);
            await("it is delivered", () -> texts("select 1 from delivery.work").isEmpty());

            assertThat(delivery.status().housekeeping())
                    .hasSize(4)
                    .allMatch(sentence -> sentence.contains("has no partition for"))
                    .allMatch(sentence -> sentence.contains("partitions.sql"));
        }
        runInSchema(resource("partitions.sql"));
        runInSchema(resource("partitions.sql"));

        try (DurableDelivery delivery = create()) {
            assertThat(delivery.status().housekeeping()).isEmpty();
        }
        assertThat(texts("select tableoid::regclass::text ~ 'event_d2' from delivery.event"))
                .containsExactly("t");
    }

    @Test
    void the_script_drops_finished_days_after_the_retention_and_keeps_others() throws Exception {
        for (String day : List.of("2020-01-01", "2020-01-02")) {
            database.execute(
                    "insert into delivery.event (id, stored_at, sequence, ordinal, type, type_version, payload,"
                            + " headers) values (gen_random_uuid(), '" + day
                            + " 12:00Z', 0, 0, 'Ordered', 1, '{}', '{}')");
        }
        database.execute("insert into delivery.handled (event_id, handler, event_stored_at)"
                + " select id, 'quick', stored_at from delivery.event");
        database.execute("insert into delivery.work (event_id, stored_at, position, pending)"
                + " select id, stored_at, position, '{quick}' from delivery.event where stored_at < '2020-01-02'");
        database.execute("create table delivery.event_d20190101 (like delivery.event)");

        runInSchema(resource("partitions.sql"));

        assertThat(texts("select stored_at::date::text from delivery.event")).containsExactly("2020-01-01");
        assertThat(texts("select event_stored_at::date::text from delivery.handled"))
                .containsExactly("2020-01-01");
        assertThat(texts("select tablename from pg_tables where schemaname = 'delivery' and tablename ~ '_d20(19|20)'"))
                .containsExactlyInAnyOrder("event_d20200101", "handled_d20200101");
    }

    @Test
    void missing_tables_are_refused_with_the_remedy() {
        assertThatThrownBy(() -> DurableDelivery.create(
                        database.dataSource(), transactions, settings().withSchema("nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Schema nowhere has no tables of durable delivery")
                .hasMessageContaining("V1__durable_delivery.sql");
    }

    @Test
    void a_schema_that_the_role_may_not_use_is_refused_with_the_remedy() throws Exception {
        database.execute("revoke usage on schema delivery from "
                + database.texts("select current_database()").getFirst() + "_application");

        assertThatThrownBy(this::create)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may not use schema delivery")
                .hasMessageContaining("grant");
    }

    private DurableDelivery create() {
        return DurableDelivery.create(pool, transactions, settings());
    }

    private static DeliverySettings settings() {
        return DeliverySettings.forApplication("shop")
                .withSchema("delivery")
                .withSchemaManagement(SchemaManagement.CHECK);
    }

    private static void raise(DurableDelivery delivery, int number) throws Exception {
        OperationResult<Void> stored = delivery.unitOfWork().execute(() -> {
            delivery.unitOfWork().raise("key", new Ordered(number));
            return OperationResult.noContent();
        });
        assertThat(stored.isSuccess()).isTrue();
    }

    private List<String> texts(String sql) {
        return database.texts(sql);
    }

    /** As an administrator would with psql. */
    private void runInSchema(String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = delivery");
            statement.execute(script);
            statement.execute("reset search_path");
        }
    }

    private static String grants(String role) throws IOException {
        return resource("grants.sql").replace("application_role", role).replace("neuroglia", "delivery");
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(DurableDelivery.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    record Ordered(int number) implements DomainEvent {}
}
