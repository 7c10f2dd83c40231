package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.message.DomainEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process whose session has ended is taken for dead at once, although its lease would last for an hour. */
class TakeoverIT {
    private static final long ONE_SECOND = 1_000_000_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final HikariDataSource ownPool = database.anotherPool();
    private final DeliveryFixture dying = new DeliveryFixture(ownPool, DeliveryFixture.unprompted());
    private final DeliveryFixture other = database.process(DeliveryFixture.unprompted());

    @BeforeEach
    void leaveSomethingInTheHandsOfOne() throws Exception {
        dying.on("sms", Happened.class, event -> {
                    if (inside.incrementAndGet() <= 2) {
                        release.await();
                    }
                    dying.effect("sms", event.number());
                })
                .start();
        dying.raise(new Happened(1));
        dying.raise("robot", new Happened(2), new Happened(3));
        await("both are under way", () -> inside.get() == 2);
        other.on("sms", Happened.class, event -> other.effect("sms", event.number()))
                .start();
    }

    @Test
    void events_of_a_process_that_lost_its_session_are_taken_over_within_a_second_and_take_effect_once()
            throws Exception {
        try (dying) {
            long before = System.nanoTime();
            database.execute("select pg_terminate_backend(l.pid) from pg_locks l, neuroglia.process p"
                    + " where l.locktype = 'advisory' and p.incarnation = 1 and l.granted"
                    + " and (l.classid::bigint << 32) | l.objid::bigint ="
                    + " hashtextextended('neuroglia./' || p.incarnation, 20726)");
            await("taken over, be it by its own next incarnation", this::allHaveTakenEffect);

            assertThat(System.nanoTime() - before).isLessThan(ONE_SECOND);
            release.countDown();
            await("the former owner has noticed", () -> dying.delivery.status().lease());
            dying.raise(new Happened(4));
            await("it goes on", () -> database.texts("select 1 from effect").size() == 4);
            await("nothing is left", database::nothingIsLeft);
            assertThat(database.texts("select event from effect group by event having count(*) > 1"))
                    .isEmpty();
        }
    }

    @Test
    void events_of_a_process_whose_pool_is_closed_are_taken_over_within_a_second() throws Exception {
        try (dying) {
            long before = System.nanoTime();
            ownPool.close();
            await("taken over", this::allHaveTakenEffect);

            assertThat(System.nanoTime() - before).isLessThan(ONE_SECOND);
            release.countDown();
            await("the failure is reported", () -> dying.delivery.status().failure() != null);
            await("the lease is given up", () -> !dying.delivery.status().lease());
        }
        await("nothing is left", database::nothingIsLeft);
        assertThat(database.texts("select 1 from effect")).hasSize(3);
    }

    private boolean allHaveTakenEffect() {
        return database.texts("select event from effect order by event").size() == 3;
    }

    record Happened(int number) implements DomainEvent {}
}
