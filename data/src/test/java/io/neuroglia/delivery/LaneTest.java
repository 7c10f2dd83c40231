package io.neuroglia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.Lane.Passage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Passage APART = new Passage(0, false);
    private static final Passage WITH_TURN = new Passage(1, true);
    private static final Passage WITHOUT_TURN = new Passage(0, true);
    private static final Passage WITH_ALL_TURNS = new Passage(2, true);

    private final Lane lane = new Lane(DeliverySettings.defaults().policy(), Lane.JOINING);

    @BeforeEach
    void isKnownToChangeSomething() {
        lane.ended(System.nanoTime(), true);
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
        lane.ended(System.nanoTime(), false);

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
}
