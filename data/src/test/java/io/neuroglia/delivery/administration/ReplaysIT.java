package io.neuroglia.delivery.administration;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.administration.AdministrationFixture.PEACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.WriteConflictException;
import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.retention.Housekeeping;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalNames;
import io.neuroglia.result.OperationResult;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are given to a handler again, or for the first time, beside all else that goes on. */
class ReplaysIT {
    private static final int KEYS = 8;
    private static final int OLD = 25;
    private static final int NEW = 25;
    private static final String TYPE = LogicalNames.of(Numbered.class);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "serializable"})
    void no_newer_event_of_a_key_comes_between_or_beside_replayed_ones(String isolation) throws Exception {
        database.execute("alter database " + name() + " set default_transaction_isolation = '" + isolation + "'");
        database.reconnect();
        DeliveryFixture process = database.process();
        AtomicInteger[] underWay = new AtomicInteger[KEYS];
        AtomicInteger mostAtOnce = new AtomicInteger();
        for (int key = 0; key < KEYS; key++) {
            underWay[key] = new AtomicInteger();
        }
        process.on("late", Numbered.class, event -> {
            mostAtOnce.accumulateAndGet(underWay[event.key()].incrementAndGet(), Math::max);
            process.effect("late", event.key() + " " + event.number());
            underWay[event.key()].decrementAndGet();
        });
        process.start();
        storeFinished(KEYS * OLD);
        try (ExecutorService publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> published = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                int one = key;
                published.add(publishers.submit(() -> publish(process, one)));
            }
            await(
                    "publishing is under way",
                    () -> database.texts("select 1 from effect").size() >= KEYS);

            int replayed = process.delivery.replay("late", Instant.EPOCH);

            assertThat(replayed).isEqualTo(KEYS * OLD);
            for (Future<?> one : published) {
                one.get();
            }
        }
        await("all is delivered", database::nothingIsLeft);

        assertThat(mostAtOnce).hasValue(1);
        for (int key = 0; key < KEYS; key++) {
            List<Integer> numbers = numbersOf(key);
            int begin = numbers.indexOf(0);
            assertThat(numbers.subList(begin, begin + OLD)).isEqualTo(range(0, OLD));
            List<Integer> others = new ArrayList<>(numbers);
            others.subList(begin, begin + OLD).clear();
            assertThat(others).isEqualTo(range(OLD, OLD + NEW));
        }
    }

    private static Void publish(DeliveryFixture process, int key) throws Exception {
        for (int number = OLD; number < OLD + NEW; number++) {
            Numbered event = new Numbered(key, number);
            while (!isStored(process, event)) {
                Thread.onSpinWait();
            }
        }
        return null;
    }

    /** Half of the keys as aggregates do, whose order comes from their versions; false if another one was first. */
    private static boolean isStored(DeliveryFixture process, Numbered event) throws Exception {
        String key = "key " + event.key();
        try {
            return process.unitOfWork
                    .execute(() -> {
                        if (event.key() % 2 == 0) {
                            process.unitOfWork.accept(key, event.number(), List.of(event));
                        } else {
                            process.unitOfWork.raise(key, event);
                        }
                        return OperationResult.noContent();
                    })
                    .isSuccess();
        } catch (WriteConflictException conflict) {
            return false;
        }
    }

    @Test
    void an_event_that_is_being_stored_is_not_delivered_beside_a_replayed_one_of_its_key() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event.key() + " " + event.number()));
        process.start();
        storeFinished(1);
        try (Connection storing = database.dataSource().getConnection();
                Statement statement = storing.createStatement();
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            storing.setAutoCommit(false);
            statement.execute("insert into neuroglia.work (event_id, stored_at, key, position, pending)"
                    + " values (gen_random_uuid(), clock_timestamp(), 'another key', 0, '{nobody}')");

            Future<Integer> replay = other.submit(() -> process.delivery.replay("late", Instant.EPOCH));
            await("the replay waits for whoever is storing", this::somebodyWaitsForWork);

            assertThat(database.texts("select 1 from neuroglia.delivery union all select 1 from effect"))
                    .isEmpty();
            storing.rollback();
            assertThat(replay.get()).isEqualTo(1);
        }
        await("it is delivered", () -> numbersOf(0).equals(List.of(0)));
    }

    @Test
    void an_event_of_a_transaction_whose_snapshot_misses_the_replay_waits_for_the_replayed_ones() throws Exception {
        database.execute("alter database " + name() + " set default_transaction_isolation = 'repeatable read'");
        database.reconnect();
        CountDownLatch release = new CountDownLatch(1);
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> {
            release.await();
            process.effect("late", event.key() + " " + event.number());
        });
        process.start();
        storeFinished(1);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            process.unitOfWork.execute(() -> {
                try (Statement statement = process.transactions().connection().createStatement()) {
                    statement.execute("select 1");
                }
                other.submit(() -> process.delivery.replay("late", Instant.EPOCH))
                        .get();
                process.unitOfWork.accept("key 0", 1, List.of(new Numbered(0, 1)));
                return OperationResult.noContent();
            });
        }

        assertThat(database.texts("select state from neuroglia.delivery"))
                .contains("waiting")
                .hasSize(2);
        assertThat(database.texts("select 1 from neuroglia.work")).isEmpty();
        release.countDown();
        await("both are delivered in order", () -> numbersOf(0).equals(List.of(0, 1)));
    }

    @Test
    void a_replay_that_finds_no_moment_between_long_transactions_says_so_and_changes_nothing() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event));
        process.start();
        storeFinished(1);
        UUID event =
                UUID.fromString(database.texts("select id from neuroglia.event").getFirst());
        try (Connection storing = database.dataSource().getConnection();
                Statement statement = storing.createStatement()) {
            storing.setAutoCommit(false);
            statement.execute("lock table neuroglia.work in row exclusive mode");

            assertThatThrownBy(() -> process.delivery.replay("late", Instant.EPOCH))
                    .isInstanceOf(WriteConflictException.class);
            OperationResult<Void> refused =
                    process.delivery.administration().replay(new DeliveryId(event, "late"), PEACH);

            assertThat(refused.errorMessage())
                    .hasValueSatisfying(message -> assertThat(message).contains("Nothing was changed"));
            storing.rollback();
        }
        assertThat(database.nothingIsLeft()).isTrue();
        assertThat(database.texts("select 1 from neuroglia.intervention")).isEmpty();
    }

    @Test
    void what_was_handled_or_waits_to_be_is_left_out() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event.key() + " " + event.number()));
        process.start();
        storeFinished(5);
        database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at, outcome)"
                + " select id, 'late', stored_at, case ordinal when 0 then 'handled' else 'skipped' end"
                + " from neuroglia.event where ordinal < 2");
        database.execute("insert into neuroglia.delivery (event_id, event_stored_at, handler, position, key, state,"
                + " attempt, due_at) select id, stored_at, 'late', position, 'key', 'parked', 7, clock_timestamp()"
                + " from neuroglia.event where ordinal = 2");
        database.execute("insert into neuroglia.work (event_id, stored_at, key, position, owner, pending) select id,"
                + " stored_at, 'other key', position, (select min(incarnation) from neuroglia.process), '{late}' from"
                + " neuroglia.event where ordinal = 3");

        assertThat(process.delivery.replay("late", Instant.EPOCH)).isEqualTo(1);

        await("the fifth is delivered", () -> numbersOf(4).equals(List.of(0)));
        assertThat(database.texts("select attempt from neuroglia.delivery where state = 'parked'"))
                .containsExactly("7");
    }

    @Test
    void events_without_a_key_are_replayed_since_a_time_and_only_those_of_the_handlers_type() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event.key() + " " + event.number()))
                .on("other", Other.class, event -> process.effect("other", event));
        process.start();
        storeFinished(300);
        database.execute("update neuroglia.event set key = null");
        database.execute("update neuroglia.event set stored_at = stored_at - interval '1 minute' where ordinal < 100");
        process.raise(new Other());
        await(
                "the other is delivered",
                () -> database.texts("select 1 from effect").size() == 1);

        assertThat(process.delivery.replay("late", Instant.now().minusSeconds(30)))
                .isEqualTo(200);

        await(
                "they are delivered",
                () -> database.texts("select 1 from effect where handler = 'late'")
                                .size()
                        == 200);
        await("nothing is left", database::nothingIsLeft);
    }

    @Test
    void a_second_replay_while_the_first_is_under_way_adds_nothing() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event.key() + " " + event.number()));
        process.start();
        storeFinished(400);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> replays = List.of(
                    both.submit(() -> process.delivery.replay("late", Instant.EPOCH)),
                    both.submit(() -> process.delivery.replay("late", Instant.EPOCH)),
                    both.submit(() -> process.delivery.replay("late", Instant.EPOCH)));
            int replayed = 0;
            for (Future<Integer> replay : replays) {
                replayed += replay.get();
            }

            assertThat(replayed).isEqualTo(400);
        }
        await("all is delivered", database::nothingIsLeft);
        assertThat(database.texts("select event from effect group by event having count(*) > 1"))
                .isEmpty();
        assertThat(database.texts("select count(*) from effect")).containsExactly("400");
    }

    @Test
    void a_day_is_dropped_before_a_replay_or_kept_for_it() throws Exception {
        DeliveryFixture process = database.process();
        process.on("late", Numbered.class, event -> process.effect("late", event.key() + " " + event.number()));
        process.start();
        Housekeeping keeping =
                new Housekeeping(database.dataSource(), Schema.named("neuroglia"), Duration.ofDays(10_000), true);
        Housekeeping dropping =
                new Housekeeping(database.dataSource(), Schema.named("neuroglia"), Duration.ofDays(1), true);
        for (int round = 0; round < 10; round++) {
            database.execute("truncate effect, neuroglia.handled");
            storeFinished(50);
            database.execute("update neuroglia.event set stored_at = stored_at - interval '3 days'");
            keeping.run();
            try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> drop = other.submit(dropping::run);

                int replayed = process.delivery.replay("late", Instant.EPOCH);

                drop.get();
                await("what was replayed is delivered", database::nothingIsLeft);
                assertThat(database.texts("select count(*) from effect")).containsExactly("" + replayed);
            }
            dropping.run();
            assertThat(database.texts("select 1 from neuroglia.event")).isEmpty();
        }
    }

    private boolean somebodyWaitsForWork() {
        return !database.texts("select 1 from pg_locks where not granted and relation = 'neuroglia.work'::regclass")
                .isEmpty();
    }

    /** Events that were finished before their handler existed, of one key after the other. */
    private void storeFinished(int count) throws Exception {
        database.execute(
                "insert into neuroglia.event (id, key, sequence, ordinal, type, type_version, payload, headers)"
                        + " select gen_random_uuid(), 'key ' || i % " + KEYS + ", i, i, '" + TYPE + "', 1,"
                        + " json_build_object('key', i % " + KEYS + ", 'number', i / " + KEYS
                        + "), '{\"correlationId\":\"c\"}'"
                        + " from generate_series(0, " + count + " - 1) as i");
    }

    private String name() {
        return database.texts("select current_database()").getFirst();
    }

    private List<Integer> numbersOf(int key) {
        return database
                .texts("select split_part(event, ' ', 2) from effect where handler = 'late'" + " and event like '" + key
                        + " %' order by nr")
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    record Numbered(int key, int number) implements DomainEvent {}

    record Other() implements DomainEvent {}
}
