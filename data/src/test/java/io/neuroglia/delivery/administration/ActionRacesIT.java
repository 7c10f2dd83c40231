package io.neuroglia.delivery.administration;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static io.neuroglia.delivery.administration.AdministrationFixture.PEACH;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.administration.AdministrationFixture.Ordered;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An action beside a delivery that runs changes nothing, or the delivery changes nothing. */
class ActionRacesIT {
    private static final String PAYLOAD = "{\"number\": 1, \"phone\": \"777\"}";

    private static final String PARKED = "select handler from neuroglia.delivery where state = 'parked'";

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @AfterEach
    void letGo() {
        release.countDown();
    }

    @Test
    void nobody_changes_what_is_attempted_for_the_first_time() throws Exception {
        process.on("sms", Ordered.class, this::waitInside).start();
        process.raise(new Ordered(1, "555"));
        inside.await();

        refuseAllActions();

        release.countDown();
        await("it is delivered", this::isFinished);
        assertThat(effects()).containsExactly("sms Ordered[number=1, phone=555]");
    }

    @Test
    void nobody_changes_what_is_attempted_again() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        process.on("sms", Ordered.class, event -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IOException("Gateway is down");
                    }
                    waitInside(event);
                })
                .start();
        process.raise(new Ordered(1, "555"));
        inside.await();

        refuseAllActions();

        release.countDown();
        await("it is delivered", this::isFinished);
        assertThat(effects()).containsExactly("sms Ordered[number=1, phone=555]");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void an_action_does_not_wait_for_a_claim_that_is_under_way() throws Exception {
        DeliveryId parked = parked();

        try (Connection claimer = database.dataSource().getConnection();
                Statement statement = claimer.createStatement()) {
            claimer.setAutoCommit(false);
            statement.execute("select 1 from neuroglia.delivery for update");

            refuseAllActions();

            claimer.rollback();
        }
        assertThat(process.delivery.administration().skip(parked, PEACH).isSuccess())
                .isTrue();
    }

    @Test
    void an_action_on_a_first_attempt_does_not_wait_for_a_claim_that_is_under_way() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event)).start();
        process.delivery.stop();
        process.raise(new Ordered(1, "555"));

        try (Connection claimer = database.dataSource().getConnection();
                Statement statement = claimer.createStatement()) {
            claimer.setAutoCommit(false);
            statement.execute("select 1 from neuroglia.work for update");

            refuseAllActions();

            claimer.rollback();
        }
        assertThat(process.delivery.administration().skip(delivery(), PEACH).isSuccess())
                .isTrue();
    }

    @Test
    void what_one_handler_has_in_hand_is_neither_edited_nor_discarded_for_another() throws Exception {
        process.policy("mail", policy -> policy.withMaxAttempts(1))
                .on("sms", Ordered.class, this::waitInside)
                .on("mail", Ordered.class, event -> {
                    throw new IOException("Mailbox is full");
                })
                .start();
        process.raise(new Ordered(1, "555"));
        inside.await();
        await("the other is parked", () -> !database.texts(PARKED).isEmpty());

        DeliveryAdministration administration = process.delivery.administration();
        UUID event = delivery().eventId();
        assertThat(administration.edit(event, PAYLOAD, PEACH).isSuccess()).isFalse();
        assertThat(administration.discard(event, PEACH).isSuccess()).isFalse();

        assertThat(database.texts("select payload from neuroglia.edited_event")).isEmpty();
        assertThat(database.texts(PARKED)).containsExactly("mail");
        assertThat(database.texts("select action from neuroglia.intervention")).isEmpty();
    }

    @Test
    void what_a_dead_process_had_handled_is_not_handled_again_because_somebody_retries_it() throws Exception {
        DeliveryId parked = parked();
        database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at)"
                + " select id, 'sms', stored_at from neuroglia.event where id = '" + parked.eventId() + "'");
        database.execute("update neuroglia.delivery set state = 'retry', attempt = 1, owner = 0, due_at = 'infinity'");

        assertThat(process.delivery.administration().retry(parked, PEACH).isSuccess())
                .isTrue();
        try (DeliveryFixture next = new DeliveryFixture(database)) {
            AtomicInteger calls = new AtomicInteger();
            next.on("sms", Ordered.class, event -> calls.incrementAndGet()).start();

            await("it is finished", this::isFinished);
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void a_claim_passes_by_what_an_action_is_about_to_end() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event)).start();
        process.delivery.stop();
        process.raise(new Ordered(1, "555"));

        try (DeliveryFixture claimer = new DeliveryFixture(database)) {
            claimer.on("sms", Ordered.class, event -> claimer.effect("sms", event));
            process.transactions()
                    .execute(
                            () -> {
                                process.delivery.administration().skip(delivery(), PEACH);
                                claimer.start();
                                raiseElsewhere(new Ordered(2, "555"));
                                await(
                                        "the other event passed by",
                                        () -> !effects().isEmpty());
                                return true;
                            },
                            done -> done);
            await("nothing is left", this::isFinished);
        }

        assertThat(effects()).containsExactly("sms Ordered[number=2, phone=555]");
    }

    @Test
    void a_process_that_lost_its_lease_leaves_no_effect_of_what_was_skipped_meanwhile() throws Exception {
        process.on("sms", Ordered.class, this::waitInside).start();
        process.raise(new Ordered(1, "555"));
        inside.await();

        OperationResult<Void> skipped = process.transactions()
                .execute(
                        () -> {
                            try (Statement statement =
                                    process.transactions().connection().createStatement()) {
                                statement.execute("delete from neuroglia.process");
                            }
                            return process.delivery.administration().skip(delivery(), PEACH);
                        },
                        OperationResult::isSuccess);

        assertThat(skipped.isSuccess()).isTrue();
        release.countDown();
        process.raise(new Ordered(2, "555"));
        await("the next one is delivered", () -> effects().contains("sms Ordered[number=2, phone=555]"));
        await("nothing is left", this::isFinished);
        assertThat(effects()).containsExactly("sms Ordered[number=2, phone=555]");
        assertThat(database.texts("select outcome from neuroglia.handled order by 1"))
                .containsExactly("handled", "skipped");
    }

    private void refuseAllActions() throws Exception {
        DeliveryAdministration administration = process.delivery.administration();
        DeliveryId delivery = delivery();

        assertThat(Stream.of(
                        administration.retry(delivery, PEACH),
                        administration.skip(delivery, PEACH),
                        administration.discard(delivery.eventId(), PEACH),
                        administration.edit(delivery.eventId(), PAYLOAD, PEACH),
                        administration.replay(delivery, PEACH)))
                .noneMatch(OperationResult::isSuccess);
        assertThat(administration.retryAll(DeliveryFilter.all(), 100, PEACH)).isZero();
        assertThat(administration.skipAll(DeliveryFilter.all(), 100, PEACH)).isZero();
        assertThat(administration.discardAll(DeliveryFilter.all(), 100, PEACH)).isZero();
        assertThat(database.texts("select action from neuroglia.intervention")).isEmpty();
    }

    private DeliveryId parked() throws Exception {
        process.on("sms", Ordered.class, event -> process.effect("sms", event)).start();
        process.delivery.stop();
        process.raise(new Ordered(1, "555"));
        database.execute("insert into neuroglia.delivery (event_id, event_stored_at, handler, position, state,"
                + " attempt, due_at)"
                + " select id, stored_at, 'sms', position, 'parked', 3, stored_at from neuroglia.event");
        database.execute("delete from neuroglia.work");
        return delivery();
    }

    /** On another thread, because this one's transaction is open. */
    private void raiseElsewhere(Ordered event) throws InterruptedException {
        Thread other = Thread.ofVirtual().start(() -> {
            try {
                process.raise(event);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        other.join();
    }

    private void waitInside(Ordered event) throws Exception {
        if (event.number() == 1) {
            inside.countDown();
            release.await();
        }
        process.effect("sms", event);
    }

    private DeliveryId delivery() {
        return new DeliveryId(
                UUID.fromString(database.texts("select id from neuroglia.event where payload::json ->> 'number' = '1'")
                        .getFirst()),
                "sms");
    }

    private List<String> effects() {
        return database.texts("select handler || ' ' || event from effect order by 1");
    }

    private boolean isFinished() {
        return database.texts("select 1 from neuroglia.work" + " union all select 1 from neuroglia.delivery")
                .isEmpty();
    }
}
