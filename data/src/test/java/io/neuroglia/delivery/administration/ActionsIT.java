package io.neuroglia.delivery.administration;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.administration.AdministrationFixture.PEACH;
import static io.neuroglia.delivery.administration.DeliveryFilter.all;
import static io.neuroglia.delivery.administration.DeliveryState.PARKED;
import static io.neuroglia.delivery.administration.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.administration.AdministrationFixture.Ordered;
import io.neuroglia.delivery.administration.EventHistory.PastIntervention;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationResult;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can do about a delivery. */
class ActionsIT {
    private AdministrationFixture shop;

    @BeforeEach
    void start() throws Exception {
        shop = new AdministrationFixture().start();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void a_parked_delivery_that_is_retried_is_attempted_from_the_first_attempt_on() throws Exception {
        DeliveryId parked = shop.parked(1);
        shop.database.execute("update neuroglia.delivery set attempt = 20");
        shop.gatewayIsDown.set(true);

        OperationResult<Void> retried = shop.administration().retry(parked, PEACH);

        assertThat(retried.isSuccess()).isTrue();
        await(
                "it was attempted",
                () -> !shop.database
                        .texts("select 1 from neuroglia.delivery where state = 'retry' and attempt between 1 and 19")
                        .isEmpty());
        shop.gatewayIsDown.set(false);
        await("it is delivered", shop::isFinished);
        assertThat(shop.effects())
                .containsExactly("kitchen Ordered[number=1, phone=555]", "sms Ordered[number=1, phone=555]");
        assertThat(shop.audit()).containsExactly("retry sms by peach: The gateway is back");
    }

    @Test
    void a_skipped_delivery_never_comes_and_the_inbox_shows_it() throws Exception {
        DeliveryId parked = shop.parked(1);

        assertThat(shop.administration().skip(parked, PEACH).isSuccess()).isTrue();

        assertThat(shop.isFinished()).isTrue();
        assertThat(shop.inbox()).containsExactly("kitchen handled", "sms skipped");
        assertThat(shop.effects()).containsExactly("kitchen Ordered[number=1, phone=555]");
        assertThat(shop.audit()).containsExactly("skip sms by peach: The gateway is back");
    }

    @Test
    void what_was_not_attempted_yet_is_skipped_for_one_handler_only() throws Exception {
        UUID stored = shop.stored(1);
        shop.database.execute("update neuroglia.work set owner = 4711");

        assertThat(shop.administration()
                        .skip(new DeliveryId(stored, "sms"), PEACH)
                        .isSuccess())
                .isTrue();

        assertThat(shop.database.texts("select pending::text || ' ' || (owner is null) from neuroglia.work"))
                .containsExactly("{kitchen} true");
        try (DeliveryFixture another = shop.another()) {
            another.start();
            await("the other handler has it", shop::isFinished);
        }
        assertThat(shop.effects()).containsExactly("kitchen Ordered[number=1, phone=555]");
        assertThat(shop.inbox()).containsExactly("kitchen handled", "sms skipped");
    }

    @Test
    void a_discarded_event_reaches_no_further_handler() throws Exception {
        UUID stored = shop.stored(1);

        assertThat(shop.administration().discard(stored, PEACH).isSuccess()).isTrue();

        assertThat(shop.isFinished()).isTrue();
        assertThat(shop.inbox()).containsExactly("kitchen discarded", "sms discarded");
        assertThat(shop.audit()).hasSize(2).allMatch(row -> row.startsWith("discard "));
        assertThat(kindOf(shop.administration().discard(stored, PEACH))).isEqualTo(FailureKind.CONFLICT);
    }

    @Test
    void an_edited_event_is_delivered_as_it_says_now_and_what_it_said_is_kept() throws Exception {
        DeliveryId parked = shop.parked(1);

        OperationResult<Void> edited =
                shop.administration().edit(parked.eventId(), "{\"number\": 1, \"phone\": \"777\"}", PEACH);

        assertThat(edited.isSuccess()).isTrue();
        assertThat(shop.effects()).hasSize(1);
        shop.administration().retry(parked, PEACH);
        await("it is delivered", shop::isFinished);
        assertThat(shop.effects()).contains("sms Ordered[number=1, phone=777]");
        assertThat(shop.administration().event(parked.eventId()).orElseThrow().interventions())
                .extracting(PastIntervention::action, PastIntervention::previousPayload)
                .containsExactly(tuple("edit", "{\"number\":1,\"phone\":\"555\"}"), tuple("retry", null));
    }

    @Test
    void a_payload_that_is_none_of_the_type_is_refused() throws Exception {
        DeliveryId parked = shop.parked(1);

        for (String wrong : new String[] {
            "{\"number\": 1, \"phnoe\": \"777\"}",
            "{\"number\": 1}",
            "{\"number\": \"one\", \"phone\": \"777\"}",
            "{\"number\": 1, \"phone\": \"777\"} {}",
            "not json"
        }) {
            OperationResult<Void> refused = shop.administration().edit(parked.eventId(), wrong, PEACH);

            assertThat(kindOf(refused)).as(wrong).isEqualTo(FailureKind.BAD_REQUEST);
            assertThat(refused.errorMessage())
                    .hasValueSatisfying(message -> assertThat(message).contains("Ordered"));
        }
        assertThat(shop.audit()).isEmpty();
        assertThat(shop.database.texts("select payload from neuroglia.edited_event"))
                .isEmpty();
    }

    @Test
    void what_is_finished_keeps_what_it_said() throws Exception {
        shop.process.raise(new Ordered(1, "555"));
        await("it is finished", shop::isFinished);

        OperationResult<Void> edited =
                shop.administration().edit(shop.id(1), "{\"number\": 1, \"phone\": \"777\"}", PEACH);

        assertThat(edited.isSuccess()).isFalse();
        assertThat(shop.database.texts("select payload from neuroglia.edited_event"))
                .isEmpty();
        assertThat(shop.audit()).isEmpty();
    }

    @Test
    void a_finished_event_is_replayed_to_one_handler_whose_effects_happen_once_more() throws Exception {
        shop.process.raise(new Ordered(1, "555"));
        await("it is delivered", shop::isFinished);

        OperationResult<Void> replayed = shop.administration().replay(new DeliveryId(shop.id(1), "sms"), PEACH);

        assertThat(replayed.isSuccess()).isTrue();
        await("it is delivered again", shop::isFinished);
        assertThat(shop.effects())
                .containsExactly(
                        "kitchen Ordered[number=1, phone=555]",
                        "sms Ordered[number=1, phone=555]",
                        "sms Ordered[number=1, phone=555]");
        assertThat(shop.inbox()).containsExactly("kitchen handled", "sms handled");
        assertThat(shop.audit()).containsExactly("replay sms by peach: The gateway is back");
    }

    @Test
    void only_what_is_finished_is_replayed_and_only_to_a_handler_that_exists() throws Exception {
        DeliveryId parked = shop.parked(1);
        UUID stored = shop.stored(2);

        assertThat(kindOf(shop.administration().replay(parked, PEACH))).isEqualTo(FailureKind.CONFLICT);
        assertThat(kindOf(shop.administration().replay(new DeliveryId(stored, "sms"), PEACH)))
                .isEqualTo(FailureKind.CONFLICT);
        assertThat(kindOf(shop.administration().replay(new DeliveryId(stored, "fax"), PEACH)))
                .isEqualTo(FailureKind.BAD_REQUEST);
        assertThat(kindOf(shop.administration().replay(new DeliveryId(UUID.randomUUID(), "sms"), PEACH)))
                .isEqualTo(FailureKind.NOT_FOUND);
        assertThat(shop.audit()).isEmpty();
    }

    @Test
    void the_next_event_of_the_key_goes_on_when_the_one_before_is_skipped() throws Exception {
        shop.gatewayIsDown.set(true);
        shop.raise("order 7", new Ordered(1, "555"));
        DeliveryId parked = shop.park(1);
        shop.raise("order 7", new Ordered(2, "555"));
        assertThat(shop.only(all().inState(WAITING)).behind()).isEqualTo(parked.eventId());
        shop.gatewayIsDown.set(false);

        shop.administration().skip(parked, PEACH);

        await("the second is delivered", shop::isFinished);
        assertThat(shop.effects())
                .containsExactly(
                        "kitchen Ordered[number=1, phone=555]",
                        "kitchen Ordered[number=2, phone=555]",
                        "sms Ordered[number=2, phone=555]");
    }

    @Test
    void a_replayed_event_waits_for_the_one_of_its_key_that_is_under_way() throws Exception {
        shop.raise("order 7", new Ordered(1, "555"));
        await("the first is delivered", shop::isFinished);
        shop.gatewayIsDown.set(true);
        shop.raise("order 7", new Ordered(2, "555"));
        DeliveryId parked = shop.park(2);
        shop.gatewayIsDown.set(false);

        assertThat(shop.administration()
                        .replay(new DeliveryId(shop.id(1), "sms"), PEACH)
                        .isSuccess())
                .isTrue();

        assertThat(shop.only(all().inState(WAITING)).behind()).isEqualTo(parked.eventId());
        shop.administration().retry(parked, PEACH);
        await("both are delivered", shop::isFinished);
        assertThat(shop.database.texts("select event from effect where handler = 'sms'"))
                .containsExactly(
                        "Ordered[number=1, phone=555]", "Ordered[number=2, phone=555]", "Ordered[number=1, phone=555]");
    }

    @Test
    void all_of_a_filter_are_changed_up_to_the_limit() throws Exception {
        shop.parked(1);
        shop.parked(2);
        shop.parked(3);

        assertThat(shop.administration().skipAll(all().inState(PARKED), 2, PEACH))
                .isEqualTo(2);
        assertThat(shop.unfinished()).containsExactly(shop.id(3).toString());

        assertThat(shop.administration().retryAll(all().toHandler("sms"), 100, PEACH))
                .isEqualTo(1);
        await("the third is delivered", shop::isFinished);
        assertThat(shop.effects()).contains("sms Ordered[number=3, phone=555]").hasSize(4);
        assertThat(shop.administration().retryAll(all(), 100, PEACH)).isZero();
    }

    @Test
    void many_are_changed_in_batches() throws Exception {
        for (int number = 0; number < 130; number++) {
            shop.stored(number);
        }

        assertThat(shop.administration().skipAll(all().toHandler("sms"), 1_000, PEACH))
                .isEqualTo(130);
        assertThat(shop.administration().discardAll(all(), 1_000, PEACH)).isEqualTo(130);

        assertThat(shop.isFinished()).isTrue();
        assertThat(shop.audit()).hasSize(260);
    }

    @Test
    void what_is_not_there_is_not_found() {
        DeliveryId unknown = new DeliveryId(UUID.randomUUID(), "sms");

        assertThat(kindOf(shop.administration().retry(unknown, PEACH))).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(kindOf(shop.administration().skip(unknown, PEACH))).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(kindOf(shop.administration().discard(unknown.eventId(), PEACH)))
                .isEqualTo(FailureKind.NOT_FOUND);
        assertThat(kindOf(shop.administration().edit(unknown.eventId(), "{}", PEACH)))
                .isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void what_has_not_failed_cannot_be_retried() throws Exception {
        UUID stored = shop.stored(1);

        OperationResult<Void> refused = shop.administration().retry(new DeliveryId(stored, "sms"), PEACH);

        assertThat(kindOf(refused)).isEqualTo(FailureKind.CONFLICT);
        assertThat(refused.errorMessage())
                .hasValueSatisfying(message ->
                        assertThat(message).endsWith("so nothing was changed. Waits for a process that has room."));
    }

    @Test
    void who_acts_says_who_and_why() {
        assertThatThrownBy(() -> new Intervention(" ", "why")).hasMessageContaining("actor");
        assertThatThrownBy(() -> new Intervention("peach", "")).hasMessageContaining("reason");
        assertThatThrownBy(() -> new Intervention("peach\nroot", "why")).hasMessageContaining("one line");
    }

    private static FailureKind kindOf(OperationResult<?> result) {
        return result.fold(
                data -> {
                    throw new AssertionError("Succeeded");
                },
                problem -> problem.kind());
    }
}
