package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Lane.Passage;
import io.neuroglia.delivery.StoredEvent.EventId;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Passage APART = new Passage(0, false);
    private static final Passage WITH_TURN = new Passage(1, true);
    private static final Passage WITHOUT_TURN = new Passage(0, true);
    private static final Passage WITH_ALL_TURNS = new Passage(2, true);

    private final AtomicLong now = new AtomicLong();
    private final Lane lane = new Lane(DeliverySettings.defaults().policy(), Lane.JOINING, now::get);

    @BeforeEach
    void isKnownToChangeSomething() {
        lane.ended(now.get(), true);
    }

    @Test
    void two_fill_transactions_at_a_time_and_who_comes_meanwhile_waits_for_a_moment() throws Exception {
        assertThat(lane.enter()).isEqualTo(WITH_TURN);
        assertThat(lane.enter()).isEqualTo(WITH_TURN);

        assertThat(lane.enter()).isEqualTo(WITHOUT_TURN);

        lane.leave(WITHOUT_TURN);
        lane.leave(WITH_TURN);
        assertThat(lane.enter()).isEqualTo(WITH_TURN);
    }

    @Test
    void nothing_is_shared_while_handlers_change_nothing() throws Exception {
        lane.ended(now.get(), false);

        assertThat(lane.enter()).isEqualTo(APART);
    }

    @Test
    void where_two_were_in_each_others_way_one_shares_and_the_others_do_not() throws Exception {
        lane.begins();

        lane.spoiled(true);

        assertThat(lane.enter()).isEqualTo(WITH_ALL_TURNS);
        assertThat(lane.enter()).isEqualTo(APART);
        lane.leave(WITH_ALL_TURNS);
        assertThat(lane.enter()).isEqualTo(WITH_ALL_TURNS);
    }

    @Test
    void a_failure_by_itself_ends_sharing_for_a_while() throws Exception {
        lane.begins();

        lane.spoiled(false);

        assertThat(lane.enter()).isEqualTo(APART);
    }

    @Test
    void a_lock_that_somebody_else_holds_ends_sharing_for_a_while() throws Exception {
        lane.begins();
        lane.ends();

        lane.spoiled(true);

        assertThat(lane.enter()).isEqualTo(APART);
    }

    @Test
    void nothing_is_shared_while_handlers_take_long() throws Exception {
        lane.ended(now.get() - Duration.ofSeconds(1).toNanos(), true);

        assertThat(lane.enter()).isEqualTo(APART);
    }

    @Test
    void as_many_join_as_the_policy_allows_and_none_after_ten_milliseconds() {
        int most = DeliverySettings.defaults().policy().batch();

        assertThat(lane.mayJoin(most - 1, now.get())).isTrue();
        assertThat(lane.mayJoin(most, now.get())).isFalse();
        assertThat(lane.mayJoin(1, now.get() - Duration.ofMillis(10).toNanos())).isFalse();
    }

    @Test
    void it_is_shared_again_after_a_second_and_after_the_next_failure_after_two() throws Exception {
        lane.spoiled(false);
        pass(Duration.ofSeconds(1));
        assertThat(lane.enter()).isEqualTo(WITH_TURN);

        lane.spoiled(false);

        pass(Duration.ofSeconds(1));
        assertThat(lane.enter()).isEqualTo(APART);
        pass(Duration.ofSeconds(1));
        assertThat(lane.enter()).isEqualTo(WITH_TURN);
    }

    @Test
    void what_was_shared_well_makes_the_next_pause_a_second_again() throws Exception {
        lane.spoiled(false);
        lane.shared(now.get(), 2);

        lane.spoiled(false);

        pass(Duration.ofSeconds(1));
        assertThat(lane.enter()).isEqualTo(WITH_TURN);
    }

    @Test
    void it_is_never_left_alone_for_more_than_a_minute() throws Exception {
        for (int failures = 0; failures < 10; failures++) {
            lane.spoiled(false);
        }

        pass(Duration.ofMinutes(1));

        assertThat(lane.enter()).isEqualTo(WITH_TURN);
    }

    @Test
    void two_share_again_a_minute_after_they_were_in_each_others_way() throws Exception {
        lane.begins();
        lane.spoiled(true);

        pass(Duration.ofMinutes(1));

        assertThat(lane.enter()).isEqualTo(WITH_TURN);
        assertThat(lane.enter()).isEqualTo(WITH_TURN);
    }

    /** They were queued when the lease was lost: others may have them in hand by now. */
    @Test
    void whoever_asks_for_what_waits_gets_nothing_that_was_queued_under_a_lost_lease() {
        List<Ending> endings = new ArrayList<>();
        lane.add(attempt(endings));
        lane.add(attempt(endings));

        Attempt next = lane.next(new ProcessLease(DeliverySettings.defaults()));

        assertThat(next).isNull();
        assertThat(endings).containsExactly(new Returned(), new Returned());
        assertThat(lane.isEmpty()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Attempt attempt(List<Ending> endings) {
        Mediator mediator =
                Mediator.builder().on("reader", Moved.class, event -> {}).build();
        EventId id = new EventId(new UUID(0, 1), OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC));
        EventHeaders headers = new EventHeaders("conversation", null, null);
        StoredEvent event = new StoredEvent(id, "robot", "LaneTest.Moved", 1, "{}", headers, List.of("reader"), 0);
        Subscriptions known = new Subscriptions(mediator, Map.of());
        return new Attempt(event, 7, known.handler("reader"), 1, 0, null, false, endings::add);
    }

    record Moved(int step) implements DomainEvent {}
}
