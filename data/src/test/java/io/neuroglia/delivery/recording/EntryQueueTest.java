package io.neuroglia.delivery.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.naming.EventHeaders;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.EventOrder;
import io.neuroglia.delivery.recording.Entry.OwnRow;
import io.neuroglia.delivery.running.Delivery;
import io.neuroglia.delivery.running.Outcome.Succeeded;
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
class EntryQueueTest {
    private static final int TWO_ARE_ENOUGH = 20;
    private static final int BATCH = 500;

    private final EntryQueue queue = new EntryQueue(TWO_ARE_ENOUGH, TimeUnit.HOURS.toNanos(1));

    @Test
    void the_first_entry_after_a_quiet_time_is_taken_at_once() throws Exception {
        Entry first = entry();

        queue.add(first, false);

        assertThat(queue.take(0)).containsExactly(first);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void entries_after_the_first_gather_until_there_are_enough() throws Exception {
        takeOne();
        Entry second = entry();
        Entry third = entry();
        queue.add(second, false);

        CompletableFuture<List<Entry>> taken = take();
        assertThat(taken).isNotDone();
        queue.add(third, false);

        assertThat(taken.get(10, TimeUnit.SECONDS)).containsExactly(second, third);
    }

    @Test
    void an_awaited_entry_is_taken_with_all_that_have_gathered() throws Exception {
        EntryQueue large = largeFromWhichOneWasTaken();
        Entry second = entry();
        Entry awaited = entry();

        large.add(second, false);
        large.add(awaited, true);

        assertThat(large.take(0)).containsExactly(second, awaited);
    }

    @Test
    void an_awaited_entry_follows_at_once_when_there_are_too_many_for_one_batch() throws Exception {
        EntryQueue large = largeFromWhichOneWasTaken();
        Entry awaited = entry();
        for (int i = 0; i < BATCH; i++) {
            large.add(entry(), false);
        }
        large.add(awaited, true);

        assertThat(large.take(0)).hasSize(BATCH).doesNotContain(awaited);
        assertThat(large.take(0)).containsExactly(awaited);
    }

    @Test
    void entries_after_an_awaited_one_gather_again() throws Exception {
        EntryQueue large = largeFromWhichOneWasTaken();
        large.add(entry(), true);
        assertThat(large.take(0)).hasSize(1);

        large.add(entry(), false);
        large.wakeUp();

        assertThat(large.take(60_000)).isEmpty();
        assertThat(large.isEmpty()).isFalse();
    }

    @Test
    void a_wake_up_does_not_wait_for_entries_that_gather() throws Exception {
        takeOne();
        Entry second = entry();
        queue.add(second, false);
        queue.wakeUp();

        assertThat(queue.take(60_000)).isEmpty();
        assertThat(queue.isEmpty()).isFalse();
        queue.add(entry(), true);
        assertThat(queue.take(0)).hasSize(2);
    }

    private static EntryQueue largeFromWhichOneWasTaken() throws InterruptedException {
        EntryQueue large = new EntryQueue(100_000, TimeUnit.HOURS.toNanos(1));
        large.add(entry(), false);
        assertThat(large.take(0)).hasSize(1);
        return large;
    }

    private void takeOne() throws InterruptedException {
        queue.add(entry(), false);
        assertThat(queue.take(0)).hasSize(1);
    }

    private CompletableFuture<List<Entry>> take() {
        CompletableFuture<List<Entry>> taken = new CompletableFuture<>();
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

    private static Entry entry() {
        EventMessage event = new EventMessage(
                UUID.randomUUID(),
                OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC),
                EventOrder.byKey("key"),
                "Moved",
                1,
                "{}",
                new EventHeaders("conversation", null, null),
                null);
        return new OwnRow(new Succeeded(new Delivery(event, "reader", 1, 1, 0, false, true)));
    }
}
