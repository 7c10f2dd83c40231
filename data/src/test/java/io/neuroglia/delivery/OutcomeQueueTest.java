package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.Ending.Succeeded;
import io.neuroglia.delivery.Outcome.Repeated;
import io.neuroglia.delivery.StoredEvent.EventId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What has been taken is followed by an hour of gathering here, so nothing that is told comes from time alone. */
@Timeout(10)
class OutcomeQueueTest {
    private static final int TWO_ARE_ENOUGH = 20;
    private static final int BATCH = 500;

    private final OutcomeQueue queue = new OutcomeQueue(
            TWO_ARE_ENOUGH,
            outcome -> outcome.turns().anyMatch(turn -> turn.handler().equals("awaited")),
            TimeUnit.HOURS.toNanos(1));

    @Test
    void the_first_after_a_quiet_time_is_taken_at_once() throws Exception {
        Outcome first = outcome("a");

        queue.add(first);

        assertThat(queue.take(0)).containsExactly(first);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void what_follows_gathers_until_it_is_enough() throws Exception {
        takeOne();
        Outcome second = outcome("a");
        Outcome third = outcome("b");
        queue.add(second);

        CompletableFuture<List<Outcome>> taken = take();
        assertThat(taken).isNotDone();
        queue.add(third);

        assertThat(taken.get(10, TimeUnit.SECONDS)).containsExactly(second, third);
    }

    @Test
    void what_somebody_waits_for_is_taken_with_all_that_has_gathered() throws Exception {
        OutcomeQueue large = largeFromWhichOneWasTaken();
        Outcome second = outcome("a");
        Outcome awaited = outcome("awaited");

        large.add(second);
        large.add(awaited);

        assertThat(large.take(0)).containsExactly(second, awaited);
    }

    @Test
    void what_somebody_waits_for_follows_at_once_when_it_is_too_much_for_one_batch() throws Exception {
        OutcomeQueue large = largeFromWhichOneWasTaken();
        Outcome awaited = outcome("awaited");
        for (int i = 0; i < BATCH; i++) {
            large.add(outcome("a"));
        }
        large.add(awaited);

        assertThat(large.take(0)).hasSize(BATCH).doesNotContain(awaited);
        assertThat(large.take(0)).containsExactly(awaited);
    }

    @Test
    void after_what_somebody_waited_for_it_gathers_again() throws Exception {
        OutcomeQueue large = largeFromWhichOneWasTaken();
        large.add(outcome("awaited"));
        assertThat(large.take(0)).hasSize(1);

        large.add(outcome("a"));
        large.wakeUp();

        assertThat(large.take(60_000)).isEmpty();
        assertThat(large.isEmpty()).isFalse();
    }

    @Test
    void other_work_does_not_wait_for_what_gathers() throws Exception {
        takeOne();
        Outcome second = outcome("a");
        queue.add(second);
        queue.wakeUp();

        assertThat(queue.take(60_000)).isEmpty();
        assertThat(queue.isEmpty()).isFalse();
        queue.add(outcome("awaited"));
        assertThat(queue.take(0)).hasSize(2);
    }

    private static OutcomeQueue largeFromWhichOneWasTaken() throws InterruptedException {
        OutcomeQueue large = new OutcomeQueue(
                100_000,
                outcome -> outcome.turns().anyMatch(turn -> turn.handler().equals("awaited")),
                TimeUnit.HOURS.toNanos(1));
        large.add(outcome("a"));
        assertThat(large.take(0)).hasSize(1);
        return large;
    }

    private void takeOne() throws InterruptedException {
        queue.add(outcome("a"));
        assertThat(queue.take(0)).hasSize(1);
    }

    private CompletableFuture<List<Outcome>> take() {
        CompletableFuture<List<Outcome>> taken = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                taken.complete(queue.take(60_000));
            } catch (InterruptedException failure) {
                taken.completeExceptionally(failure);
            }
        });
        DeliveryFixture.await("it gathers", () -> thread.getState() == Thread.State.TIMED_WAITING || taken.isDone());
        return taken;
    }

    private static Outcome outcome(String handler) {
        EventId id = new EventId(UUID.randomUUID(), OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC));
        EventHeaders headers = new EventHeaders("conversation", null, null);
        StoredEvent event = new StoredEvent(id, "key", "Moved", 1, "{}", headers, List.of(handler), 0);
        return new Repeated(event, 1, handler, new Succeeded());
    }
}
