package io.neuroglia.delivery.retention;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HousekeepingIT {
    private static final Schema SCHEMA = Schema.named("neuroglia");

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final Housekeeping housekeeping =
            new Housekeeping(database.dataSource(), SCHEMA, Duration.ofDays(30), true);

    @BeforeEach
    void migrate() {
        SCHEMA.migrate(database.dataSource());
    }

    @Nested
    class Creating {
        @Test
        void today_and_the_coming_days_have_partitions_of_their_own() {
            housekeeping.run();
            housekeeping.run();

            assertThat(partitions("event")).hasSize(4);
            assertThat(partitions("handled")).hasSize(4);
            assertThat(database.texts("select to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDD')"))
                    .containsExactly(partitions("event").getFirst());
            assertThat(housekeeping.status().failures()).isEmpty();
            assertThat(housekeeping.status().lastCompleted()).isNotNull();
        }

        @Test
        void an_event_is_stored_in_the_partition_of_its_day() throws Exception {
            DeliveryFixture process = database.process().start();

            process.raise(new Happened(1));

            assertThat(database.texts("select tableoid::regclass::text from neuroglia.event"))
                    .containsExactly("neuroglia.event_d" + partitions("event").getFirst());
        }

        @Test
        void rows_that_found_no_partition_move_into_that_of_their_day() throws Exception {
            insertMany("2126-01-01", 2_000);
            insertMany("2126-01-02", 3_000);
            noteAllHandled();
            insertMany("2126-01-05", 1);

            housekeeping.run();

            assertThat(housekeeping.status().failures()).isEmpty();
            assertThat(rowsByTable("event"))
                    .containsExactly("event_d21260101 2000", "event_d21260102 3000", "event_d21260105 1");
            assertThat(rowsByTable("handled")).containsExactly("handled_d21260101 2000", "handled_d21260102 3000");
        }

        @Test
        void nobody_who_stores_or_handles_an_event_fails_while_its_rows_move() throws Exception {
            try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
                CountDownLatch begun = new CountDownLatch(200);
                List<Future<Integer>> inserters = List.of(
                        others.submit(() -> insertUntilMoved("event", begun)),
                        others.submit(() -> insertUntilMoved("event", begun)),
                        others.submit(() -> insertUntilMoved("handled", begun)));
                begun.await();

                housekeeping.run();

                assertThat(housekeeping.status().failures()).isEmpty();
                int events = inserters.get(0).get() + inserters.get(1).get();
                int notes = inserters.get(2).get();
                assertThat(database.texts("select count(*) from neuroglia.event"))
                        .containsExactly("" + events);
                assertThat(database.texts("select count(*) from neuroglia.handled"))
                        .containsExactly("" + notes);
                assertThat(rowsByTable("event")).hasSize(1);
                assertThat(rowsByTable("handled")).hasSize(1);
            }
        }

        /** Inserts rows of today one by one, the first ones into the default partition. */
        private int insertUntilMoved(String table, CountDownLatch begun) throws Exception {
            String sql = table.equals("event") ? NEW_EVENT : NEW_NOTE;
            int inserted = 0;
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                while (partitions(table).isEmpty() || inserted % 50 != 0) {
                    statement.execute(sql);
                    inserted++;
                    begun.countDown();
                }
            }
            return inserted;
        }
    }

    @Nested
    class Dropping {
        @Test
        void finished_days_are_dropped_with_their_notes_and_unfinished_ones_are_kept_with_theirs() throws Exception {
            insertMany("2020-01-01", 1);
            insertMany("2020-01-02", 1);
            insertMany("2020-01-03", 1);
            noteAllHandled();
            leaveWork("2020-01-02");
            leaveDelivery("2020-01-03");

            housekeeping.run();

            assertThat(rowsByTable("event")).containsExactly("event_d20200102 1", "event_d20200103 1");
            assertThat(rowsByTable("handled")).containsExactly("handled_d20200102 1", "handled_d20200103 1");
            assertThat(housekeeping.status().failures()).isEmpty();
        }

        @Test
        void a_day_is_kept_as_long_as_the_retention() throws Exception {
            database.execute(
                    "insert into neuroglia.event (id, stored_at, sequence, ordinal, type, type_version, payload,"
                            + " headers) select gen_random_uuid(), date_trunc('day', clock_timestamp(), 'UTC') - d *"
                            + " interval '1 day', 0, 0, 'Happened', 1, '{}', '{}' from unnest(array[30, 31]) as d");

            housekeeping.run();

            assertThat(database.texts("select count(*) from neuroglia.event")).containsExactly("1");
            assertThat(partitions("event")).hasSize(5);
        }

        @Test
        void notes_of_a_day_without_events_are_dropped_too() throws Exception {
            database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at)"
                    + " values (gen_random_uuid(), 'sms', '2020-01-01 12:00Z')");

            housekeeping.run();

            assertThat(rowsByTable("handled")).isEmpty();
            assertThat(partitions("handled")).hasSize(4);
        }

        @Test
        void what_a_crash_left_detached_is_dropped() throws Exception {
            housekeeping.run();
            database.execute("create table neuroglia.event_d20200101 (like neuroglia.event)");
            database.execute("create table neuroglia.handled_d20200102 (like neuroglia.handled)");

            housekeeping.run();

            assertThat(tables()).noneMatch(name -> name.contains("_d2020"));
        }

        @Test
        void what_belongs_to_no_event_is_removed_once_it_is_older_than_the_retention() throws Exception {
            insertMany("2020-01-02", 1);
            leaveWork("2020-01-02");
            insertOrphans("'2020-01-01 12:00Z'");
            insertOrphans("clock_timestamp()");

            housekeeping.run();

            assertThat(housekeeping.status().failures()).isEmpty();
            assertThat(database.texts("select stored_at > '2020-01-03' from neuroglia.work order by 1"))
                    .containsExactly("f", "t");
            assertThat(database.texts("select event_stored_at > '2020-01-03' from neuroglia.delivery"))
                    .containsExactly("t");
            assertThat(database.texts("select event_stored_at > '2020-01-03' from neuroglia.edited_event"))
                    .containsExactly("t");
        }

        @Test
        void a_day_that_gets_work_while_its_lock_is_waited_for_is_kept() throws Exception {
            insertMany("2020-01-01", 1);
            housekeepingWithRetention(10_000).run();
            try (Connection replay = database.dataSource().getConnection();
                    Statement statement = replay.createStatement();
                    ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
                replay.setAutoCommit(false);
                statement.execute("insert into neuroglia.delivery (event_id, event_stored_at, handler, position, state,"
                        + " attempt, due_at) select id, stored_at, 'sms', position, 'parked', 0, clock_timestamp()"
                        + " from neuroglia.event");

                Future<?> run = other.submit(housekeeping::run);
                await("housekeeping waits for the replay", this::somebodyWaitsForTheArchive);
                replay.commit();
                run.get();
            }

            assertThat(housekeeping.status().failures()).isEmpty();
            assertThat(partitions("event")).contains("20200101");
        }

        private boolean somebodyWaitsForTheArchive() {
            return !database.texts(
                            "select 1 from pg_locks where not granted and relation = 'neuroglia.event'::regclass")
                    .isEmpty();
        }

        private void insertOrphans(String time) throws Exception {
            database.execute("insert into neuroglia.work (event_id, stored_at, position, pending)"
                    + " values (gen_random_uuid(), " + time + ", 0, '{sms}')");
            database.execute(
                    "insert into neuroglia.delivery (event_id, event_stored_at, handler, position, state, attempt,"
                            + " due_at) values (gen_random_uuid(), " + time
                            + ", 'sms', 0, 'parked', 3, clock_timestamp())");
            database.execute("insert into neuroglia.edited_event (event_id, event_stored_at, type_version, payload)"
                    + " values (gen_random_uuid(), " + time + ", 1, '{}')");
        }
    }

    @Nested
    class Blocked {
        @Test
        void a_step_that_gets_no_lock_stops_no_other_and_is_done_by_the_next_run() throws Exception {
            housekeeping.run();
            insertMany("2020-01-01", 1);
            housekeepingWithRetention(10_000).run();
            insertMany("2126-01-01", 1);
            database.execute("create table neuroglia.event_d20200102 (like neuroglia.event)");
            try (Connection dump = database.dataSource().getConnection();
                    Statement statement = dump.createStatement()) {
                dump.setAutoCommit(false);
                statement.execute("lock table neuroglia.event in access share mode");

                housekeeping.run();

                assertThat(housekeeping.status().failures())
                        .hasSize(2)
                        .anyMatch(
                                failure -> failure.startsWith("Could not create the partition of event for 2126-01-01"))
                        .anyMatch(failure -> failure.startsWith("Could not detach the finished events of 2020-01-01"));
                assertThat(tables()).contains("event_d20200101").doesNotContain("event_d20200102", "event_d21260101");
                dump.rollback();
            }

            housekeeping.run();

            assertThat(housekeeping.status().failures()).isEmpty();
            assertThat(tables()).contains("event_d21260101").doesNotContain("event_d20200101");
        }

        @Test
        void what_cannot_be_begun_shows_in_the_status() throws Exception {
            housekeeping.run();
            var last = housekeeping.status().lastCompleted();
            database.execute("alter table neuroglia.event_default rename to event_other");

            housekeeping.run();

            assertThat(housekeeping.status().failures())
                    .singleElement()
                    .asString()
                    .contains("missing partitions of event", "event_default");
            assertThat(housekeeping.status().lastCompleted()).isEqualTo(last);
        }

        @Test
        void several_processes_at_once_do_it_once() throws Exception {
            insertMany("2020-01-01", 100);
            insertMany("2126-01-01", 100);
            List<Housekeeping> all = List.of(
                    housekeeping,
                    housekeepingWithRetention(30),
                    housekeepingWithRetention(30),
                    housekeepingWithRetention(30));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int round = 0; round < 5; round++) {
                    List<Future<?>> runs = all.stream()
                            .<Future<?>>map(one -> threads.submit(one::run))
                            .toList();
                    for (Future<?> run : runs) {
                        run.get();
                    }
                }
            }

            assertThat(all)
                    .allSatisfy(one -> assertThat(one.status().failures()).isEmpty());
            assertThat(rowsByTable("event")).containsExactly("event_d21260101 100");
            assertThat(partitions("event")).hasSize(5);
            assertThat(database.texts("select 1 from pg_locks where locktype = 'advisory'"))
                    .isEmpty();
        }
    }

    private static final String NEW_EVENT = "insert into neuroglia.event (id, sequence, ordinal, type, type_version,"
            + " payload, headers) values (gen_random_uuid(), 0, 0, 'Happened', 1, '{}', '{}')";
    private static final String NEW_NOTE = "insert into neuroglia.handled (event_id, handler, event_stored_at)"
            + " values (gen_random_uuid(), 'sms', clock_timestamp())";

    private Housekeeping housekeepingWithRetention(int days) {
        return new Housekeeping(database.dataSource(), SCHEMA, Duration.ofDays(days), true);
    }

    private void insertMany(String day, int count) throws Exception {
        database.execute("insert into neuroglia.event (id, stored_at, sequence, ordinal, type, type_version, payload,"
                + " headers) select gen_random_uuid(), '" + day + " 12:00Z', 0, 0, 'Happened', 1, '{}', '{}'"
                + " from generate_series(1, " + count + ")");
    }

    private void noteAllHandled() throws Exception {
        database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at)"
                + " select id, 'sms', stored_at from neuroglia.event");
    }

    private void leaveWork(String day) throws Exception {
        database.execute("insert into neuroglia.work (event_id, stored_at, position, pending)"
                + " select id, stored_at, position, '{mail}' from neuroglia.event where stored_at::date = '" + day
                + "'");
    }

    private void leaveDelivery(String day) throws Exception {
        database.execute("insert into neuroglia.delivery (event_id, event_stored_at, handler, position, state, attempt,"
                + " due_at) select id, stored_at, 'mail', position, 'parked', 3, clock_timestamp() from neuroglia.event"
                + " where stored_at::date = '" + day + "'");
    }

    /** Days that have a partition. */
    private List<String> partitions(String table) {
        return database.texts("select right(c.relname, 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where i.inhparent = 'neuroglia." + table + "'::regclass and c.relname ~ '_d2' order by 1");
    }

    private List<String> tables() {
        return database.texts("select tablename from pg_tables where schemaname = 'neuroglia'");
    }

    private List<String> rowsByTable(String table) {
        return database.texts("select c.relname || ' ' || count(*) from neuroglia." + table
                + " t join pg_class c on c.oid = t.tableoid group by c.relname order by 1");
    }

    record Happened(int number) implements DomainEvent {}
}
