package io.neuroglia.delivery.running;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.running.HandlerQueue.Start.LATER;
import static io.neuroglia.delivery.running.HandlerQueue.Start.LOOP;
import static io.neuroglia.delivery.running.HandlerQueue.Start.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.delivery.running.HandlerQueue.Start;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandlerQueueTest {
    private static final HandlerPolicy POLICY = new HandlerPolicy(
            5, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 3, true, 10, Set.of());

    private final HandlerQueue queue = new HandlerQueue(POLICY, 2);

    @Test
    void two_loops_start_at_once_and_a_third_one_is_considered_later() {
        List<Start> starts = IntStream.range(0, 4).mapToObj(i -> add(queue)).toList();

        assertThat(starts).containsExactly(LOOP, LOOP, LATER, NONE);
    }

    @Test
    void a_loop_joins_where_nothing_was_taken_for_a_while_up_to_the_handlers_concurrency() {
        IntStream.range(0, 4).forEach(i -> add(queue));

        await("nothing is taken for a while", () -> queue.reinforce() == LOOP);

        assertThat(queue.reinforce()).isEqualTo(NONE);
        assertThat(add(queue)).isEqualTo(NONE);
    }

    @Test
    void a_handler_that_is_called_one_at_a_time_has_one_loop() {
        HandlerQueue single = new HandlerQueue(POLICY.withConcurrency(1), 2);

        assertThat(add(single)).isEqualTo(LOOP);
        assertThat(add(single)).isEqualTo(NONE);
        assertThat(single.reinforce()).isEqualTo(NONE);
    }

    @Test
    void a_loop_ends_when_nothing_waits_and_another_one_starts_with_the_next_delivery() {
        HandlerQueue single = new HandlerQueue(POLICY.withConcurrency(1), 2);
        Delivery first = DeliveriesTest.delivery();

        assertThat(single.add(first)).isEqualTo(LOOP);
        assertThat(single.take()).isEqualTo(first);
        assertThat(single.take()).isNull();

        assertThat(add(single)).isEqualTo(LOOP);
    }

    @Test
    void a_delivery_that_may_have_succeeded_before_joins_no_other() {
        Delivery first = DeliveriesTest.delivery();
        queue.add(new Delivery(first.event(), "reader", 7, 2, 0, true, true));

        assertThat(queue.takeMore()).isNull();
        assertThat(queue.take()).isNotNull();
    }

    @Test
    void an_abandoned_call_makes_room_for_another_loop_until_as_many_as_allowed_are_abandoned() {
        HandlerQueue single = new HandlerQueue(POLICY.withConcurrency(1), 2);
        add(single);
        add(single);
        add(single);
        single.take();

        assertThat(single.abandoned()).isEqualTo(LOOP);
        single.take();
        assertThat(single.abandoned()).isEqualTo(NONE);

        assertThat(single.abandonedCalls()).isEqualTo(2);
        assertThat(single.hasRoom()).isFalse();
        assertThat(single.cameBack()).isEqualTo(LOOP);
        assertThat(single.hasRoom()).isTrue();
    }

    @Test
    void a_handler_that_is_called_no_more_gives_way_to_others() {
        add(queue);
        add(queue);
        assertThat(queue.takeBacklog(false)).isEmpty();

        queue.abandoned();
        queue.abandoned();

        assertThat(queue.takeBacklog(false)).hasSize(2);
        assertThat(queue.defers()).isTrue();
    }

    @Test
    void deliveries_that_wait_long_behind_a_hundred_others_give_way_only_where_they_keep_others_out() {
        IntStream.range(0, 150).forEach(i -> add(queue));

        await("it has waited for a second", () -> {
            assertThat(queue.takeBacklog(false)).isEmpty();
            return queue.takeBacklog(true).size() == 50;
        });

        assertThat(queue.defers()).isTrue();
        assertThat(queue.takeAll()).hasSize(100);
        assertThat(queue.defers()).isFalse();
    }

    @Test
    void nothing_is_shared_for_a_second_after_a_shared_transaction_failed() {
        assertThat(queue.mayShare()).isTrue();

        queue.sharingFailed();

        assertThat(queue.mayShare()).isFalse();
        await("shared again", queue::mayShare);
    }

    @Test
    void a_handler_with_batches_of_one_shares_nothing() {
        assertThat(new HandlerQueue(POLICY.withBatch(1), 2).mayShare()).isFalse();
    }

    private static Start add(HandlerQueue queue) {
        return queue.add(DeliveriesTest.delivery());
    }
}
