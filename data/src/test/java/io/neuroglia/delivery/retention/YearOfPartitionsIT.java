package io.neuroglia.delivery.retention;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.DeliverySettings;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.administration.DeliveryFilter;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retention where there is much: many days, or many events of a day. The log says how long things took. */
class YearOfPartitionsIT {
    private static final Logger LOG = LoggerFactory.getLogger(YearOfPartitionsIT.class);
    private static final Schema SCHEMA = Schema.named("neuroglia");
    private static final int DAYS = 400;
    private static final int LARGE_DAY = 300_000;
    private static final Duration BEARABLE = Duration.ofSeconds(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void a_year_of_days_is_created_used_and_dropped() throws Exception {
        SCHEMA.migrate(database.dataSource());
        database.execute(
                "insert into neuroglia.event (id, stored_at, sequence, ordinal, type, type_version, payload, headers)"
                    + " select gen_random_uuid(), clock_timestamp() - d * interval '1 day', 0, 0, 'Old', 1, '{}', '{}'"
                    + " from generate_series(1, " + DAYS + ") as d");
        timed("Creating " + DAYS + " partitions", () -> keeping(1_000).run());
        assertThat(partitions()).isEqualTo(DAYS + 4 + 4);

        AtomicInteger calls = new AtomicInteger();
        DeliverySettings settings = DeliveryFixture.quick(1_000).withRetention(Duration.ofDays(1_000));
        DeliveryFixture process = database.process(settings)
                .on("counting", Counted.class, event -> calls.incrementAndGet())
                .start();
        timed("Delivering 200 events", () -> {
            for (int i = 0; i < 100; i++) {
                process.raise("key " + i % 3, new Counted(i), new Counted(i));
            }
            await("they are delivered", () -> calls.get() == 200);
        });
        await("nothing is left", database::nothingIsLeft);
        timed("Listing", () -> process.delivery.administration().list(DeliveryFilter.all(), null, 100));
        process.delivery.stop();
        process.raise(new Counted(0));
        timed("Taking up an event", () -> {
            DeliveryFixture next =
                    database.process(settings).on("counting", Counted.class, event -> calls.incrementAndGet());
            next.start();
            await("it is taken up", () -> calls.get() == 201);
        });

        timed("Dropping", () -> keeping(10).run());
        assertThat(partitions()).isEqualTo(10 + 4 + 4);
    }

    @Test
    void nobody_waits_long_while_a_large_day_is_dropped() throws Exception {
        SCHEMA.migrate(database.dataSource());
        database.execute(
                "insert into neuroglia.event (id, stored_at, sequence, ordinal, type, type_version, payload, headers)"
                        + " select gen_random_uuid(), '2020-01-01 12:00Z', 0, 0, 'Old', 1, repeat('x', 200), '{}'"
                        + " from generate_series(1, " + LARGE_DAY + ")");
        timed("Moving " + LARGE_DAY + " events", () -> keeping(10_000).run());
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> slowest = others.submit(() -> slowestInsert(over));
            await(
                    "events are being stored",
                    () -> !database.texts(
                                    "select 1 from neuroglia.event where stored_at > '2020-01-02' offset 100 limit 1")
                            .isEmpty());

            timed(
                    "Dropping a day of " + LARGE_DAY + " events",
                    () -> keeping(30).run());
            over.set(true);

            LOG.warn("The slowest commit beside it took {} ms", slowest.get() / 1_000_000);
            assertThat(slowest.get()).isLessThan(BEARABLE.toNanos());
        }
        assertThat(database.texts("select 1 from pg_tables where tablename like '%2020%'"))
                .isEmpty();
    }

    private long slowestInsert(AtomicBoolean over) throws Exception {
        long slowest = 0;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                long begun = System.nanoTime();
                statement.execute(
                        "insert into neuroglia.event (id, sequence, ordinal, type, type_version, payload, headers)"
                                + " values (gen_random_uuid(), 0, 0, 'New', 1, '{}', '{}')");
                slowest = Math.max(slowest, System.nanoTime() - begun);
            }
        }
        return slowest;
    }

    private Housekeeping keeping(int days) {
        return new Housekeeping(database.dataSource(), SCHEMA, Duration.ofDays(days), true);
    }

    private int partitions() {
        return Integer.parseInt(
                database.texts("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                                + " where c.relname ~ '^(event|handled)_d2[0-9]*$'")
                        .getFirst());
    }

    private static void timed(String what, Action action) throws Exception {
        long begun = System.nanoTime();
        action.run();
        LOG.warn("{} took {} ms", what, (System.nanoTime() - begun) / 1_000_000);
    }

    private interface Action {
        void run() throws Exception;
    }

    record Counted(int number) implements DomainEvent {}
}
