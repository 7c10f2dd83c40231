package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.DeliveryFixture.unprompted;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.Transactions;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Each interleaving is forced. The processes look for nothing by themselves, so what is under test is the only way on.
 */
class OrderRacesIT {
    /** Looks after which a worker has asked several times what slow deliveries have done so far. */
    private static final int LONG_ENOUGH = 20;

    private static final String OWNER = "select owner from neuroglia.work";

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger fences = new AtomicInteger(100);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void the_finisher_finds_what_an_inserter_stored_that_died_before_it_looked() throws Exception {
        try (DeliveryFixture finisher = process(unprompted());
                DeliveryFixture inserter = process(unprompted())) {
            inserter.delivery.stop();
            finisher.raise("robot", new Moved(1));
            inserter.raise("robot", new Moved(2));
            assertThat(states()).containsExactly("waiting");

            release.countDown();

            await("the second", () -> seen().equals(List.of("1", "2")));
        }
    }

    @Test
    void the_inserter_finds_that_the_finisher_looked_before_the_commit() throws Exception {
        try (DeliveryFixture process = process(unprompted())) {
            process.raise("robot", new Moved(1));

            process.unitOfWork.execute(() -> {
                process.unitOfWork.raise("robot", new Moved(2));
                beforeCommit(process, () -> {
                    release.countDown();
                    await("the first is finished", () -> unfinished().isEmpty());
                    awaitLooks(process);
                });
                return OperationResult.noContent();
            });

            await("the second", () -> seen().equals(List.of("1", "2")));
        }
    }

    @Test
    void two_events_of_one_key_in_one_unit_are_not_ready_both() throws Exception {
        try (DeliveryFixture process = process(unprompted())) {
            process.raise("robot", new Moved(1), new Moved(2));

            assertThat(database.texts("select pending::text from neuroglia.work"))
                    .containsExactly("{reader}");
            assertThat(states()).containsExactly("waiting");
            release.countDown();
            await("both", () -> seen().equals(List.of("1", "2")));
        }
    }

    @Test
    void units_that_raise_events_of_one_key_store_them_one_after_the_other() throws Exception {
        try (DeliveryFixture process = process(unprompted())) {
            List<Thread> second = new ArrayList<>();
            process.unitOfWork.execute(() -> {
                process.unitOfWork.raise("robot", new Moved(1));
                beforeCommit(process, () -> {
                    second.add(Thread.ofVirtual().start(() -> raise(process, "robot", 2)));
                    await(
                            "the second waits for the commit of the first, or does not",
                            () -> locked() || !second.get(0).isAlive());
                });
                return OperationResult.noContent();
            });
            second.get(0).join();

            assertThat(states()).containsExactly("waiting");
            release.countDown();
            await("both", () -> seen().equals(List.of("1", "2")));
        }
    }

    @Test
    void a_process_that_lost_its_lease_unnoticed_completes_nothing_and_lets_nothing_begin() throws Exception {
        CountDownLatch takenOver = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (DeliveryFixture paused = process(unprompted());
                DeliveryFixture other = new DeliveryFixture(database)) {
            paused.raise("robot", new Moved(1), new Moved(2));
            await("the first is inside", () -> seen().equals(List.of("inside 1")));
            database.execute("update neuroglia.process set lease_until = clock_timestamp() - interval '1 second'");
            other.on("reader", Moved.class, event -> {
                        takenOver.countDown();
                        finish.await();
                        seen.add("other " + event.step());
                    })
                    .start();
            takenOver.await();

            release.countDown();
            await("the paused one is done", () -> seen().contains("1"));
            awaitLooks(paused);

            assertThat(unfinished()).hasSize(1);
            assertThat(states()).containsExactly("waiting");
            finish.countDown();
            await("the other one goes on", () -> seen().contains("other 2"));
        }
    }

    /** The other process here is a few statements: it took over, finished one handler, and died. */
    @Test
    void outcomes_from_before_a_lost_lease_do_not_undo_what_was_recorded_meanwhile() throws Exception {
        CountDownLatch remote = new CountDownLatch(1);
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("reader", Moved.class, event -> {
                        if (event.step() == 1) {
                            release.await();
                        }
                    })
                    .on("remote", Moved.class, event -> {
                        if (event.step() == 1) {
                            seen.add("remote");
                            remote.await();
                        }
                    })
                    .policy("remote", HandlerPolicy::withoutTransaction)
                    .start();
            process.raise(new Moved(1));
            await("it is under way", () -> seen.contains("remote"));
            database.execute("update neuroglia.process set lease_until = clock_timestamp() - interval '1 second'");
            database.execute("update neuroglia.work set owner = 0, pending = '{reader}'");
            await(
                    "it has taken over from the dead one",
                    () -> database.texts(OWNER).equals(List.of("2")));

            release.countDown();
            for (int look = 0; look < LONG_ENOUGH; look++) {
                awaitLooks(process);
            }

            assertThat(database.texts("select pending::text from neuroglia.work"))
                    .doesNotContain("{remote}");
            remote.countDown();
            await("all", database::nothingIsLeft);
        }
    }

    private DeliveryFixture process(DeliverySettings settings) throws Exception {
        DeliveryFixture process = new DeliveryFixture(database, settings);
        process.on("reader", Moved.class, event -> {
                    if (event.step() == 1) {
                        seen.add("inside 1");
                        release.await();
                    }
                    if (event.step() < 100) {
                        seen.add(Integer.toString(event.step()));
                    }
                })
                .start();
        return process;
    }

    /** Until the worker has written and looked after whatever was finished before. */
    private void awaitLooks(DeliveryFixture process) {
        int fence = fences.incrementAndGet();
        Thread raising = Thread.ofVirtual().start(() -> raise(process, fence));
        await("raised", () -> !raising.isAlive());
        await(
                "written",
                () -> database.texts("select 1 from neuroglia.event e where payload = '{\"step\":" + fence
                                        + "}' and not exists (select 1 from neuroglia.work w where w.event_id = e.id)")
                                .size()
                        == 1);
    }

    private static void raise(DeliveryFixture process, String key, int step) {
        try {
            process.raise(key, new Moved(step));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void raise(DeliveryFixture process, int step) {
        try {
            process.raise(new Moved(step));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void beforeCommit(DeliveryFixture process, Runnable action) {
        process.transactions().completion(new Object(), () -> new Transactions.Completion() {
            @Override
            public void beforeCommit() {
                action.run();
            }

            @Override
            public void afterCompletion(boolean committed) {
                assertThat(committed).isTrue();
            }
        });
    }

    private List<String> seen() {
        return seen.stream()
                .filter(step -> !step.startsWith("inside") || seen.size() == 1)
                .toList();
    }

    private boolean locked() {
        return !database.texts("select 1 from pg_locks where locktype = 'advisory' and not granted")
                .isEmpty();
    }

    private List<String> states() {
        return database.texts("select state from neuroglia.delivery");
    }

    private List<String> unfinished() {
        return database.texts("select event_id from neuroglia.work");
    }

    record Moved(int step) implements DomainEvent {}
}
