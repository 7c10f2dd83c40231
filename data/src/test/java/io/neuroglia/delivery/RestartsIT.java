package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Delivery that stops and starts in one JVM. */
class RestartsIT {
    private static final int RESTARTS = 8;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean release = new AtomicBoolean();
    private final List<Integer> seen = new CopyOnWriteArrayList<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process =
            database.process(DeliveryFixture.quick(1_000).withStopTimeout(Duration.ofMillis(200)));

    @Test
    void events_stored_around_restarts_are_all_delivered_once() throws Exception {
        process.on("sms", Happened.class, event -> process.effect("sms", event.number()))
                .on("slow", Happened.class, event -> {
                    LockSupport.parkNanos(5_000_000);
                    process.effect("slow", event.number());
                });
        int number = 0;

        for (int restart = 0; restart < RESTARTS; restart++) {
            process.start();
            for (int i = 0; i < 10; i++) {
                process.raise("robot", new Happened(number++));
                process.raise(new Happened(number++));
            }
            process.delivery.stop();
            process.raise("robot", new Happened(number++));
        }
        process.start();

        await("all", database::nothingIsLeft);
        assertThat(database.texts("select count(*) from effect")).containsExactly(Integer.toString(2 * number));
        assertThat(database.texts("select event from effect group by event, handler having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void calls_that_outlive_their_run_change_nothing_and_keep_no_run_from_delivering() throws Exception {
        process.on("hanging", Happened.class, event -> {
                    if (calls.incrementAndGet() <= RESTARTS) {
                        hang();
                    }
                    process.effect("hanging", event.number());
                })
                .policy("hanging", policy -> policy.withTimeout(Duration.ofHours(1)))
                .start();
        process.raise(new Happened(1));
        for (int restart = 1; restart <= RESTARTS; restart++) {
            int expected = restart;
            await("the call of this run", () -> calls.get() == expected);
            process.delivery.stop();
            await("no thread of the run is left", () -> threads().isEmpty());
            process.start();
        }

        await("the last run has delivered it", database::nothingIsLeft);
        release.set(true);
        await("the calls of earlier runs have ended", () -> seen.size() == RESTARTS);

        process.raise(new Happened(2));
        await("the next one", () -> effects().equals(List.of("1", "2")));
        assertThat(process.delivery.status().delivers()).isTrue();
        assertThat(process.delivery.status().failure()).isNull();
    }

    @Test
    void a_stop_from_inside_a_handler_completes_and_the_event_is_not_repeated() throws Exception {
        process.on("stopping", Happened.class, event -> {
                    calls.incrementAndGet();
                    process.effect("stopping", event.number());
                    process.delivery.stop();
                })
                .start();

        process.raise(new Happened(1));

        await("stopped", () -> !process.delivery.isRunning() && threads().isEmpty());
        assertThat(database.nothingIsLeft()).isTrue();
        assertThat(effects()).containsExactly("1");
        assertThat(database.texts("select 1 from neuroglia.process")).isEmpty();
        assertThat(calls).hasValue(1);
        process.start();
        process.raise(new Happened(2));
        await("delivered by the next run", () -> effects().equals(List.of("1", "2")));
    }

    @Test
    void a_delivery_that_always_stops_the_process_and_hangs_is_parked_in_the_end() throws Exception {
        process.on("stopping", Happened.class, event -> {
            calls.incrementAndGet();
            process.delivery.stop();
            new CountDownLatch(1).await();
        });
        process.start();
        process.raise(new Happened(1));

        parkByRestarts();

        assertThat(calls.get()).isBetween(2, 20);
    }

    @Test
    void a_retried_delivery_that_is_interrupted_by_many_stops_is_parked_in_the_end() throws Exception {
        process.on("hanging", Happened.class, event -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("jammed");
                    }
                    process.delivery.stop();
                    new CountDownLatch(1).await();
                })
                .policy("hanging", policy -> policy.withMaxAttempts(3));
        process.start();
        process.raise(new Happened(1));

        parkByRestarts();

        assertThat(calls.get()).isBetween(2, 20);
    }

    @Test
    void starts_and_stops_of_several_threads_leave_a_process_that_delivers() throws Exception {
        process.on("sms", Happened.class, event -> process.effect("sms", event.number()));
        process.start();
        List<Thread> threads = List.of(
                Thread.ofVirtual().start(this::stopAndStart),
                Thread.ofVirtual().start(this::stopAndStart),
                Thread.ofVirtual().start(this::stopAndStart));
        for (int number = 0; number < 50; number++) {
            process.raise(new Happened(number));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!process.delivery.isRunning()) {
            process.start();
        }

        await("all", database::nothingIsLeft);
        assertThat(effects()).hasSize(50).doesNotHaveDuplicates();
    }

    private void stopAndStart() {
        for (int i = 0; i < 5; i++) {
            process.delivery.stop();
            try {
                process.start();
            } catch (IllegalStateException running) {
                assertThat(running).hasMessageContaining("runs already");
            }
        }
    }

    private void parkByRestarts() {
        await("parked", () -> {
            if (!process.delivery.isRunning() && threads().isEmpty()) {
                process.start();
            }
            return !database.texts("select 1 from neuroglia.delivery where state = 'parked'")
                    .isEmpty();
        });
    }

    private void hang() {
        while (!release.get()) {
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        seen.add(1);
    }

    /** Platform threads of delivery that run. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("neuroglia-"))
                .toList();
    }

    private List<String> effects() {
        return database.texts("select event from effect order by event::int");
    }

    record Happened(int number) implements DomainEvent {}
}
