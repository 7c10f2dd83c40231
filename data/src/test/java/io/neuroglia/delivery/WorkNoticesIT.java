package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.DeliveryFixture.unprompted;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.message.DomainEvent;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The processes would look for work once an hour only. */
class WorkNoticesIT {
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void events_stored_by_a_full_process_are_taken_up_by_one_that_listens() throws Exception {
        try (DeliveryFixture full =
                        new DeliveryFixture(database, DeliveryFixture.quick(1).withListening());
                DeliveryFixture other =
                        new DeliveryFixture(database, unprompted().withListening())) {
            full.on("reader", Happened.class, event -> {
                        release.await();
                        seen.add("full " + event.number());
                    })
                    .start();
            other.on("reader", Happened.class, event -> seen.add("other " + event.number()))
                    .start();
            await("both listen", () -> listeners() == 2);
            full.raise(new Happened(1));

            full.raise(new Happened(2));

            await("taken up", () -> List.copyOf(seen).equals(List.of("other 2")));
            release.countDown();
            await("the other", () -> seen.contains("full 1"));
        }
    }

    @Test
    void events_left_by_a_process_that_stops_are_taken_up_at_once() throws Exception {
        DeliverySettings stopping = DeliveryFixture.quick(1).withListening();
        try (DeliveryFixture first = new DeliveryFixture(database, stopping);
                DeliveryFixture other =
                        new DeliveryFixture(database, unprompted().withListening())) {
            first.on("reader", Happened.class, event -> release.await()).start();
            first.raise(new Happened(1));
            other.on("reader", Happened.class, event -> seen.add("other " + event.number()))
                    .start();
            await("both listen", () -> listeners() == 2);

            first.delivery.stop();

            await("taken up", () -> List.copyOf(seen).equals(List.of("other 1")));
            assertThat(listeners()).isLessThanOrEqualTo(1);
        }
    }

    private long listeners() {
        return database.texts("select 1 from pg_stat_activity where datname = current_database()"
                        + " and query = 'listen neuroglia_work'")
                .size();
    }

    record Happened(int number) implements DomainEvent {}
}
