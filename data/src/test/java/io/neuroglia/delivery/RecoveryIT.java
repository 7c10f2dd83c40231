package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RecoveryIT {
    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void a_failed_handler_is_called_again_until_it_succeeds_and_the_others_are_not() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch looked = new CountDownLatch(1);
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("good", Happened.class, event -> process.effect("good", event))
                    .on("flaky", Happened.class, event -> {
                        process.effect("flaky", event);
                        if (attempts.incrementAndGet() < 4) {
                            throw new IOException("gateway is down");
                        }
                        looked.await();
                    })
                    .start();

            process.raise(new Happened(1));

            await("the fourth attempt", () -> attempts.get() == 4);
            assertThat(database.texts("select handler || ' ' || state || ' ' || error from neuroglia.delivery"))
                    .containsExactly("flaky retry java.io.IOException: gateway is down");
            assertThat(database.texts("select stack_trace from neuroglia.delivery")
                            .get(0))
                    .contains("at io.neuroglia.delivery.RecoveryIT");
            looked.countDown();
            await(
                    "nothing is left",
                    () -> database.texts("select 1 from neuroglia.delivery").isEmpty());
            assertThat(effects()).containsExactly("flaky 1", "good 1");
        }
    }

    @Test
    void events_of_a_dead_process_are_delivered_by_another_one() throws Exception {
        try (DeliveryFixture dead = new DeliveryFixture(database)) {
            dead.on("sms", Happened.class, event -> {}).start();
            dead.delivery.stop();
            dead.raise(new Happened(1), new Happened(2));
        }
        database.execute("insert into neuroglia.process (name, lease_until) values ('dead', clock_timestamp())");
        database.execute("update neuroglia.work set owner = (select max(incarnation) from neuroglia.process)");

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();

            await("both", () -> effects().equals(List.of("sms 1", "sms 2")));
        }
    }

    @Test
    void events_of_a_hung_process_are_taken_over_when_its_lease_ends_whatever_the_poll_interval() throws Exception {
        try (DeliveryFixture dead = new DeliveryFixture(database)) {
            dead.on("sms", Happened.class, event -> {}).start();
            dead.delivery.stop();
            dead.raise(new Happened(1));
        }
        database.execute("insert into neuroglia.process (name, lease_until)"
                + " values ('dying', clock_timestamp() + interval '3 s')");
        database.execute("update neuroglia.work set owner = (select max(incarnation) from neuroglia.process)");

        try (Connection session = database.dataSource().getConnection();
                Statement lock = session.createStatement();
                DeliveryFixture process = new DeliveryFixture(database, DeliveryFixture.unprompted())) {
            lock.execute("select pg_advisory_lock(hashtextextended('neuroglia./' || incarnation, 20726))"
                    + " from neuroglia.process");
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();

            await("its event", () -> effects().equals(List.of("sms 1")));
            assertThat(database.texts("select 1 from neuroglia.process where name = 'dying'"
                            + " and lease_until > clock_timestamp()"))
                    .isEmpty();
        }
    }

    @Test
    void events_of_a_living_process_are_left_to_it() throws Exception {
        try (DeliveryFixture owner = new DeliveryFixture(database);
                DeliveryFixture other = new DeliveryFixture(database)) {
            CountDownLatch release = new CountDownLatch(1);
            owner.on("sms", Happened.class, event -> {
                        release.await();
                        owner.effect("sms by owner", event);
                    })
                    .start();
            other.on("sms", Happened.class, event -> other.effect("sms by other", event))
                    .start();
            owner.raise(new Happened(1));
            other.raise(new Happened(2));
            await("the other's own", () -> effects().equals(List.of("sms by other 2")));

            release.countDown();

            await("the owner's", () -> effects().equals(List.of("sms by other 2", "sms by owner 1")));
        }
    }

    @Test
    void a_handler_that_committed_before_the_crash_changes_nothing_when_called_again() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (DeliveryFixture crashed = new DeliveryFixture(database)) {
            crashed.on("sms", Happened.class, event -> crashed.effect("sms", event))
                    .start();
            crashed.raise(new Happened(1));
            await("finished", () -> unfinished().isEmpty());
        }
        database.execute("insert into neuroglia.work (event_id, stored_at, position, owner, pending)"
                + " select id, stored_at, position, 1000000, '{sms}' from neuroglia.event");

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> {
                        calls.incrementAndGet();
                        process.effect("sms", event);
                    })
                    .start();

            await("found and finished again", () -> unfinished().isEmpty());
            assertThat(effects()).containsExactly("sms 1");
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void two_deliveries_at_once_leave_the_effect_of_one() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(2);
        try (DeliveryFixture first = new DeliveryFixture(database);
                DeliveryFixture second = new DeliveryFixture(database)) {
            for (DeliveryFixture process : List.of(first, second)) {
                process.on("sms", Happened.class, event -> {
                            bothInside.countDown();
                            bothInside.await();
                            process.effect("sms", event);
                        })
                        .start();
            }

            first.raise(new Happened(1));
            await("the first is inside", () -> bothInside.getCount() == 1);
            // Whichever process looks next takes it; only the second has it not in hand yet.
            await("both are inside", () -> {
                database.texts(
                        "with freed as (update neuroglia.work set owner = null returning 1) select 1 from freed");
                return bothInside.getCount() == 0;
            });
            await("finished", () -> unfinished().isEmpty());
            assertThat(effects()).containsExactly("sms 1");
        }
    }

    @Test
    void a_process_that_lost_its_lease_goes_on_as_a_new_incarnation() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();
            List<String> before = database.texts("select incarnation from neuroglia.process");

            database.execute("update neuroglia.process set lease_until = clock_timestamp() - interval '1 second'");

            await(
                    "a new incarnation",
                    () -> !database.texts("select incarnation from neuroglia.process"
                                    + " where lease_until > clock_timestamp()")
                            .isEmpty());
            process.raise(new Happened(1));
            await("delivered", () -> effects().equals(List.of("sms 1")));
            assertThat(database.texts("select max(incarnation) from neuroglia.process"))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void more_events_than_a_process_may_own_are_all_delivered() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database, DeliveryFixture.quick(5))) {
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();

            for (int i = 0; i < 200; i++) {
                process.raise(new Happened(i));
            }

            await("all", () -> effects().size() == 200 && unfinished().isEmpty());
            assertThat(database.texts("select event from effect group by event having count(*) > 1"))
                    .isEmpty();
        }
    }

    @Test
    void an_event_for_a_handler_that_nobody_knows_waits() throws Exception {
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("gone", Happened.class, event -> {}).start();
            old.delivery.stop();
            old.raise(new Happened(1));
        }
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();
            process.raise(new Happened(2));
            await("the known one", () -> effects().equals(List.of("sms 2")));
            await("one waits", () -> unfinished().size() == 1);
        }
        try (DeliveryFixture back = new DeliveryFixture(database)) {
            back.on("gone", Happened.class, event -> back.effect("gone", event)).start();

            await("delivered at last", () -> effects().equals(List.of("gone 1", "sms 2")));
        }
    }

    @Test
    void stopping_waits_for_deliveries_under_way_and_gives_the_lease_back() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DeliveryFixture process = new DeliveryFixture(database);
        process.on("sms", Happened.class, event -> {
                    inside.countDown();
                    release.await();
                    process.effect("sms", event);
                })
                .start();
        process.raise(new Happened(1));
        inside.await();

        Thread stopping = Thread.ofVirtual().start(process::close);
        release.countDown();
        stopping.join();

        assertThat(effects()).containsExactly("sms 1");
        assertThat(unfinished()).isEmpty();
        assertThat(database.texts("select 1 from neuroglia.process")).isEmpty();
        assertThat(process.delivery.isRunning()).isFalse();
    }

    @Test
    void an_event_whose_type_is_not_known_is_kept_with_the_reason() throws Exception {
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("sms", Happened.class, event -> {}).start();
            old.delivery.stop();
            old.raise(new Happened(1));
        }
        database.execute("update neuroglia.event set type = 'Renamed'");

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("sms", Happened.class, event -> process.effect("sms", event))
                    .start();

            await(
                    "the reason",
                    () -> database.texts("select error from neuroglia.delivery").stream()
                            .anyMatch(error -> error.contains("Renamed is not known")));
            assertThat(effects()).isEmpty();
        }
    }

    @Test
    void many_threads_lose_and_double_nothing() throws Exception {
        try (DeliveryFixture first = new DeliveryFixture(database, DeliveryFixture.quick(20));
                DeliveryFixture second = new DeliveryFixture(database, DeliveryFixture.quick(20))) {
            for (DeliveryFixture process : List.of(first, second)) {
                process.on("a", Happened.class, event -> process.effect("a", event))
                        .on("b", Happened.class, event -> process.effect("b", event))
                        .start();
            }

            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(t -> Thread.ofVirtual().start(() -> raiseMany(t % 2 == 0 ? first : second, t)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }

            await("all", () -> effects().size() == 800 && unfinished().isEmpty());
            assertThat(database.texts("select event from effect group by event having count(*) <> 2"))
                    .isEmpty();
        }
    }

    private static void raiseMany(DeliveryFixture process, int thread) {
        for (int i = 0; i < 50; i++) {
            try {
                process.raise(new Happened(thread * 1_000 + i));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private List<String> effects() {
        return database.texts("select handler || ' ' || event from effect order by 1");
    }

    private List<String> unfinished() {
        return database.texts("select event_id from neuroglia.work");
    }

    record Happened(int number) implements DomainEvent {
        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }
}
