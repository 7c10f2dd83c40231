package io.neuroglia.delivery.administration;

import static io.neuroglia.delivery.administration.AdministrationFixture.PEACH;
import static io.neuroglia.delivery.administration.DeliveryFilter.all;
import static io.neuroglia.delivery.administration.DeliveryState.PARKED;
import static io.neuroglia.delivery.administration.DeliveryState.PENDING;
import static io.neuroglia.delivery.administration.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.administration.AdministrationFixture.Cancelled;
import io.neuroglia.delivery.administration.AdministrationFixture.Ordered;
import io.neuroglia.delivery.administration.EventHistory.Ended;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stuck or waits, and why. */
class OpenDeliveriesIT {
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
    void a_parked_delivery_shows_its_error_and_stack_trace() throws Exception {
        DeliveryId parked = shop.parked(1);

        OpenDelivery shown = shop.only(all());

        assertThat(shown.id()).isEqualTo(parked);
        assertThat(shown.state()).isEqualTo(PARKED);
        assertThat(shown.attempt()).isPositive();
        assertThat(shown.failure()).isNotNull();
        assertThat(shown.failure().error()).isEqualTo("java.io.IOException: Gateway is down");
        assertThat(shown.failure().stackTrace())
                .contains("at io.neuroglia.delivery.administration.AdministrationFixture.send");
        assertThat(shown.reason()).startsWith("Parked after ");
    }

    @Test
    void what_nobody_has_attempted_says_why() throws Exception {
        shop.stored(1);
        assertThat(shop.only(all().toHandler("sms")).reason()).isEqualTo("Waits for a process that has room.");

        shop.database.execute("update neuroglia.work set owner = 4711");
        assertThat(shop.only(all().toHandler("sms")).reason())
                .isEqualTo("Was in the hands of incarnation 4711, which is gone; waits to be taken over.");

        shop.database.execute("insert into neuroglia.process (name, lease_until) values ('kitchen-2', 'infinity')");
        shop.database.execute("update neuroglia.work set owner = (select max(incarnation) from neuroglia.process)");
        assertThat(shop.only(all().toHandler("sms")).reason()).startsWith("Is being delivered by kitchen-2 (");

        shop.database.execute("update neuroglia.work set owner = null, pending = '{fax}'");
        assertThat(shop.only(all()).reason()).startsWith("Handler fax is not known in this process");
    }

    @Test
    void what_failed_says_when_it_is_attempted_again() throws Exception {
        shop.parked(1);
        shop.database.execute(
                "update neuroglia.delivery set state = 'retry', attempt = 3, due_at = '2100-01-01 10:00Z'");

        assertThat(shop.only(all()).reason())
                .isEqualTo("Attempt 3 failed; the next one is due at 2100-01-01T10:00:00Z.");
    }

    @Test
    void what_waits_for_its_turn_names_the_event_before_it() throws Exception {
        shop.gatewayIsDown.set(true);
        shop.raise("order 7", new Ordered(1, "555"));
        DeliveryId first = shop.park(1);
        shop.raise("order 7", new Ordered(2, "555"));

        OpenDelivery waiting = shop.only(all().inState(WAITING));

        assertThat(waiting.id()).isEqualTo(new DeliveryId(shop.id(2), "sms"));
        assertThat(waiting.behind()).isEqualTo(first.eventId());
        assertThat(waiting.reason()).isEqualTo("Waits until event " + first.eventId() + " is finished.");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws Exception {
        shop.parked(1);
        shop.parked(2);
        for (int number = 3; number <= 6; number++) {
            shop.stored(number);
        }

        List<OpenDelivery> everything = shop.all(all(), 1_000);

        assertThat(everything).hasSize(2 + 4 * 2).doesNotHaveDuplicates();
        assertThat(everything)
                .isSortedAccordingTo(Comparator.comparing(open -> open.event().storedAt()));
        assertThat(shop.all(all(), 1)).isEqualTo(everything);
        assertThat(shop.all(all(), 3)).isEqualTo(everything);
        assertThat(shop.all(all(), 5)).isEqualTo(everything);
    }

    @Test
    void a_filter_lets_only_those_pass_that_have_all_it_asks_for() throws Exception {
        DeliveryId parked = shop.parked(1);
        shop.stored(2);
        shop.database.execute("update neuroglia.event set key = 'order ' || (payload::json ->> 'number')");
        shop.database.execute("update neuroglia.work w set key = e.key from neuroglia.event e where e.id = w.event_id");
        shop.database.execute("update neuroglia.delivery set key = 'order 1'");

        assertThat(shop.all(all().inState(PARKED), 9)).hasSize(1);
        assertThat(shop.all(all().inState(PENDING), 9)).hasSize(2);
        assertThat(shop.all(all().toHandler("sms"), 9)).hasSize(2);
        assertThat(shop.all(all().withKey("order 2"), 9)).hasSize(2);
        assertThat(shop.all(all().withKey("order 1").inState(PARKED), 9)).hasSize(1);
        assertThat(shop.all(all().withKey("order 1").inState(PENDING), 9)).isEmpty();
        assertThat(shop.all(all().ofEvent(parked.eventId()), 9)).hasSize(1);
        assertThat(shop.all(
                        all().ofType(shop.only(all().inState(PARKED)).event().type()), 9))
                .hasSize(3);
        assertThat(shop.all(all().ofType(Cancelled.class.getName()), 9)).isEmpty();
    }

    @Test
    void the_backlog_counts_by_handler_and_state() throws Exception {
        shop.parked(1);
        shop.stored(2);
        shop.stored(3);
        shop.database.execute("update neuroglia.delivery set event_stored_at = event_stored_at - interval '1 hour'");

        assertThat(shop.administration().backlog())
                .extracting(backlog -> backlog.handler() + " " + backlog.state() + " " + backlog.deliveries())
                .containsExactly("kitchen PENDING 2", "sms PARKED 1", "sms PENDING 2");
        assertThat(shop.administration().backlog().get(1).oldest())
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(62));
    }

    @Test
    void the_history_of_an_event_tells_all_about_it() throws Exception {
        DeliveryId parked = shop.parked(1);
        shop.administration().retry(parked, PEACH);
        DeliveryFixture.await("it is delivered", shop::isFinished);
        DeliveryFixture.await("it is noted", () -> shop.inbox().size() == 2);

        EventHistory history = shop.administration().event(parked.eventId()).orElseThrow();

        assertThat(history.payload()).isEqualTo("{\"number\":1,\"phone\":\"555\"}");
        assertThat(history.headers()).containsKey("correlationId");
        assertThat(history.open()).isEmpty();
        assertThat(history.ended())
                .extracting(Ended::handler, Ended::outcome)
                .contains(tuple("kitchen", "handled"), tuple("sms", "handled"));
        assertThat(history.interventions()).singleElement().satisfies(past -> {
            assertThat(past.action()).isEqualTo("retry");
            assertThat(past.handler()).isEqualTo("sms");
            assertThat(past.by()).isEqualTo(PEACH);
        });
    }

    @Test
    void an_unknown_event_has_no_history() {
        assertThat(shop.administration().event(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_page_is_never_unbounded() {
        assertThatThrownBy(() -> shop.administration().list(all(), null, 1_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> shop.administration().list(all(), "nonsense", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }
}
