package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIT {
    private final Map<String, ConcurrentLinkedQueue<Integer>> seen = new ConcurrentHashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @Test
    void events_of_one_unit_and_key_reach_each_handler_one_after_the_other() throws Exception {
        process.on("slow", Moved.class, event -> {
                    release.await();
                    note("slow", event);
                })
                .on("fast", Moved.class, event -> note("fast", event))
                .start();

        process.raise("robot", new Moved(1), new Moved(2), new Moved(3));

        assertThat(database.texts("select handler || ' ' || state from neuroglia.delivery where handler = 'slow'"))
                .containsExactly("slow waiting", "slow waiting");
        await("the slow handler holds up nobody else", () -> seen("fast").equals(List.of(1, 2, 3)));
        release.countDown();
        await("all", () -> seen("slow").equals(List.of(1, 2, 3)));
        await("nothing is left", database::nothingIsLeft);
    }

    @Test
    void each_event_of_a_unit_waits_for_its_own_key_only() throws Exception {
        process.on("reader", Moved.class, event -> {
                    if (event.step() == 1) {
                        release.await();
                    }
                    note("reader", event);
                })
                .start();
        process.raise("a", new Moved(1));

        process.unitOfWork.execute(() -> {
            process.unitOfWork.raise("a", new Moved(2));
            process.unitOfWork.raise("b", new Moved(3));
            process.unitOfWork.raise(new Moved(4));
            process.unitOfWork.raise("b", new Moved(5));
            return OperationResult.noContent();
        });

        await("all but those of the first key", () -> seen("reader").size() == 3);
        assertThat(seen("reader")).containsExactlyInAnyOrder(3, 4, 5).containsSubsequence(3, 5);
        release.countDown();
        await(
                "the first key",
                () -> seen("reader").subList(3, seen("reader").size()).equals(List.of(1, 2)));
        await("nothing is left", database::nothingIsLeft);
    }

    @Test
    void the_versions_of_an_aggregate_reach_a_handler_in_order() throws Exception {
        startHeldReader();

        for (int version = 1; version <= 3; version++) {
            store("Robot/1", version);
        }

        assertThat(database.texts(
                        "select e.sequence from neuroglia.delivery d join neuroglia.event e on e.id = d.event_id"
                                + " order by d.position"))
                .containsExactly("2", "3");
        release.countDown();
        await("all", () -> seen("reader").equals(List.of(1, 2, 3)));
    }

    @Test
    void an_aggregate_that_was_removed_and_added_again_goes_on_behind_its_former_events() throws Exception {
        startHeldReader();

        for (int version : List.of(7, 8, 1, 2)) {
            store("Robot/1", version);
        }
        release.countDown();

        await("all", () -> seen("reader").equals(List.of(7, 8, 1, 2)));
    }

    @Test
    void a_failing_head_holds_up_only_its_own_handler_and_key() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch repaired = new CountDownLatch(1);
        process.on("flaky", Moved.class, event -> {
                    if (event.step() == 1 && repaired.getCount() > 0) {
                        attempts.incrementAndGet();
                        throw new IOException("jammed");
                    }
                    note("flaky", event);
                })
                .on("good", Moved.class, event -> note("good", event))
                .start();

        process.raise("robot", new Moved(1), new Moved(2));
        process.raise("robot", new Moved(3));
        process.raise("other", new Moved(4));

        await("several attempts", () -> attempts.get() > 2);
        await("the other key", () -> seen("flaky").equals(List.of(4)));
        await("the other handler", () -> seen("good").containsAll(List.of(1, 2, 3, 4)));
        repaired.countDown();
        await("the rest", () -> seen("flaky").equals(List.of(4, 1, 2, 3)));
        await("nothing is left", database::nothingIsLeft);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void events_wait_behind_one_of_their_key_that_is_parked(int events) throws Exception {
        process.policy("reader", policy -> policy.withMaxAttempts(1))
                .on("reader", Moved.class, event -> {
                    if (event.step() == 1) {
                        throw new IOException("jammed");
                    }
                    note("reader", event);
                })
                .start();
        process.raise("robot", new Moved(1));
        await(
                "it is parked",
                () -> database.texts("select state from neuroglia.delivery").equals(List.of("parked")));

        process.raise("robot", events == 1 ? new Moved[] {new Moved(2)} : new Moved[] {new Moved(2), new Moved(3)});

        assertThat(database.texts("select pending from neuroglia.work")).isEmpty();
        assertThat(database.texts("select state from neuroglia.delivery order by position"))
                .hasSize(1 + events)
                .startsWith("parked", "waiting");
        assertThat(seen("reader")).isEmpty();
    }

    @Test
    void events_without_a_key_do_not_wait_for_each_other() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(2);
        process.on("reader", Moved.class, event -> {
                    bothInside.countDown();
                    bothInside.await();
                    note("reader", event);
                })
                .start();

        process.raise(new Moved(1), new Moved(2));

        await("both", () -> seen("reader").size() == 2);
        assertThat(database.texts("select payload from neuroglia.event order by position"))
                .containsExactly("{\"step\":1}", "{\"step\":2}");
    }

    @Test
    void a_waiting_delivery_goes_on_when_the_one_before_it_was_taken_away() throws Exception {
        process.on("reader", Moved.class, event -> {
                    if (event.step() == 1) {
                        throw new IOException("jammed");
                    }
                    note("reader", event);
                })
                .start();
        process.raise("robot", new Moved(1), new Moved(2));
        await(
                "a row to be retried",
                () -> !database.texts("select 1 from neuroglia.delivery where state = 'retry'")
                        .isEmpty());

        await("taken away", () -> {
            database.texts("with gone as (delete from neuroglia.delivery where state = 'retry' and owner is null"
                    + " and attempt > 0 and error is not null returning 1) select 1 from gone");
            return seen("reader").equals(List.of(2));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void events_whose_snapshot_is_older_than_the_lock_on_their_key_wait_for_the_look_after_the_commit(int events)
            throws Exception {
        startHeldReader();

        process.unitOfWork.execute(() -> {
            try (var statement = process.transactions().connection().createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
                statement.execute("select 1");
            }
            Thread other = Thread.ofVirtual().start(() -> raise(process, "robot", 1));
            other.join();
            for (int step = 2; step < 2 + events; step++) {
                process.unitOfWork.raise("robot", new Moved(step));
            }
            return OperationResult.noContent();
        });

        assertThat(database.texts("select state from neuroglia.delivery"))
                .hasSize(events)
                .containsOnly("waiting");
        release.countDown();
        await("in order", () -> seen("reader").equals(List.of(1, 2, 3).subList(0, 1 + events)));
    }

    @Test
    void many_threads_and_two_processes_keep_the_order_of_each_key() throws Exception {
        int keys = 5;
        int steps = 40;
        try (DeliveryFixture first = new DeliveryFixture(database, DeliveryFixture.quick(30));
                DeliveryFixture second = new DeliveryFixture(database, DeliveryFixture.quick(30))) {
            for (DeliveryFixture each : List.of(first, second)) {
                each.on("reader", Moved.class, event -> {
                            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                                throw new IOException("by chance");
                            }
                            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(2_000_000));
                            each.effect("reader", event.step());
                        })
                        .start();
            }

            List<Thread> threads = IntStream.range(0, keys)
                    .mapToObj(key -> Thread.ofVirtual().start(() -> {
                        for (int step = 0; step < steps; step++) {
                            raise(step % 2 == 0 ? first : second, "key" + key, key * 1_000 + step);
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }

            await("all", database::nothingIsLeft);
            for (int key = 0; key < keys; key++) {
                assertThat(database.texts("select event from effect where event::int / 1000 = " + key + " order by nr"))
                        .containsExactlyElementsOf(IntStream.range(key * 1_000, key * 1_000 + steps)
                                .mapToObj(Integer::toString)
                                .toList());
            }
        }
    }

    /** Starts the process with a handler that waits for {@code release}. */
    private void startHeldReader() {
        process.on("reader", Moved.class, event -> {
                    release.await();
                    note("reader", event);
                })
                .start();
    }

    private void store(String key, int version) throws Exception {
        process.unitOfWork.execute(() -> {
            process.unitOfWork.accept(key, version, List.of(new Moved(version)));
            return OperationResult.noContent();
        });
    }

    private static void raise(DeliveryFixture process, String key, int step) {
        try {
            process.raise(key, new Moved(step));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void note(String handler, Moved event) {
        seen.computeIfAbsent(handler, name -> new ConcurrentLinkedQueue<>()).add(event.step());
    }

    private List<Integer> seen(String handler) {
        return List.copyOf(seen.getOrDefault(handler, new ConcurrentLinkedQueue<>()));
    }

    record Moved(int step) implements DomainEvent {}
}
