package io.neuroglia.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.administration.Backlog;
import io.neuroglia.delivery.administration.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BacklogReaderTest {
    private static final List<Backlog> ONE = List.of(new Backlog("sms", DeliveryState.PARKED, 1, Duration.ofHours(1)));

    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(-5);

    @Test
    void it_is_read_once_per_interval_however_often_somebody_asks() {
        BacklogReader reader = reader(() -> ONE);

        assertThat(reader.current()).contains(ONE);
        assertThat(reader.current()).contains(ONE);
        pass(Duration.ofSeconds(9));
        assertThat(reader.current()).contains(ONE);
        assertThat(queries).hasValue(1);

        pass(Duration.ofSeconds(1));
        assertThat(reader.current()).contains(ONE);
        assertThat(queries).hasValue(2);
    }

    @Test
    void what_cannot_be_read_is_not_known_until_the_next_interval() {
        BacklogReader reader = reader(() -> {
            if (queries.get() == 1) {
                throw new IllegalStateException("Database is down");
            }
            return ONE;
        });

        assertThat(reader.current()).isEmpty();
        assertThat(reader.current()).isEmpty();
        assertThat(queries).hasValue(1);

        pass(Duration.ofSeconds(10));
        assertThat(reader.current()).contains(ONE);
    }

    @Test
    void reading_takes_a_tenth_of_the_time_at_most() {
        BacklogReader reader = reader(() -> {
            pass(Duration.ofSeconds(5));
            return ONE;
        });
        reader.current();
        awaitReading(reader);

        pass(Duration.ofSeconds(49));
        reader.current();
        assertThat(queries).hasValue(1);

        pass(Duration.ofSeconds(1));
        reader.current();
        Await.until("it is read again", () -> queries.get() == 2);
    }

    @Test
    void who_asks_does_not_wait_for_a_reading_that_takes_long() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        BacklogReader reader = reader(() -> {
            if (queries.get() == 2) {
                pass(Duration.ofSeconds(2));
                inside.countDown();
                awaitUninterrupted(release);
            }
            return ONE;
        });
        reader.current();
        pass(Duration.ofSeconds(10));

        assertThat(reader.current()).contains(ONE);

        awaitUninterrupted(inside);
        assertThat(reader.current()).contains(ONE);
        release.countDown();
        assertThat(queries).hasValue(2);
    }

    private BacklogReader reader(Supplier<List<Backlog>> query) {
        return new BacklogReader(
                () -> {
                    queries.incrementAndGet();
                    return query.get();
                },
                Duration.ofSeconds(10),
                now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void awaitReading(BacklogReader reader) {
        Await.until("it is read", () -> reader.current().isPresent());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
