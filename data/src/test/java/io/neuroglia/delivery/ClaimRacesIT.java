package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.Ending.Failed;
import io.neuroglia.delivery.Ending.Returned;
import io.neuroglia.delivery.Ending.Succeeded;
import io.neuroglia.delivery.EventTable.Claim;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.delivery.Outcome.Repeated;
import io.neuroglia.delivery.StoredEvent.EventId;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two statements on one row, the first of them in a transaction that is held open. */
class ClaimRacesIT {
    private static final List<String> READER = List.of("reader");
    private static final long DEAD = 1_000_001;
    private static final long ALIVE = 1_000_002;

    private TestDatabase database;
    private Connection first;
    private Connection second;

    @BeforeEach
    void start() throws Exception {
        database = new TestDatabase();
        first = database.dataSource().getConnection();
        second = database.dataSource().getConnection();
        first.setAutoCommit(false);
        try (DeliveryFixture stopped = new DeliveryFixture(database)) {
            stopped.on("reader", Moved.class, event -> {}).start();
            stopped.delivery.stop();
            stopped.raise("robot", new Moved(1), new Moved(2));
        }
        database.execute("update neuroglia.event set owner = " + DEAD + " where pending <> '{}'");
    }

    @AfterEach
    void stop() throws SQLException {
        first.rollback();
        first.setAutoCommit(true);
        first.close();
        second.close();
        database.close();
    }

    @Test
    void a_claim_beside_a_running_completion_takes_nothing_and_does_not_wait() throws Exception {
        OutcomeTable.finish(first, List.of(succeeded(pending(first))), DEAD);

        List<StoredEvent> beside = soon(() -> claim(second));
        first.commit();
        List<StoredEvent> after = claim(second);

        assertThat(beside).isEmpty();
        assertThat(after).isEmpty();
    }

    @Test
    void a_completion_beside_a_running_claim_comes_too_late() throws Exception {
        StoredEvent event = pending(first);
        assertThat(claim(first)).hasSize(1);

        CompletableFuture<Boolean> completion = later(() -> {
            OutcomeTable.finish(second, List.of(succeeded(event)), DEAD);
            return true;
        });
        await("the completion waits for the claim", this::somebodyWaits);
        first.commit();
        completion.get(20, TimeUnit.SECONDS);

        assertThat(database.texts("select pending::text || ' ' || owner from neuroglia.event where pending <> '{}'"))
                .containsExactly("{reader} " + ALIVE);
    }

    @Test
    void of_two_that_look_for_the_next_at_once_one_takes_it() throws Exception {
        database.execute("update neuroglia.event set pending = '{}', owner = null");
        List<Turn> turn = List.of(new Turn("reader", "robot"));
        assertThat(TurnTable.claim(first, turn, DEAD)).hasSize(1);

        CompletableFuture<List<Repetition>> other = later(() -> TurnTable.claim(second, turn, ALIVE));
        await("the other waits for the first", this::somebodyWaits);
        first.commit();

        assertThat(other.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(database.texts("select owner || ' ' || attempt from neuroglia.delivery"))
                .containsExactly(DEAD + " 1");
    }

    @Test
    void the_next_is_not_taken_while_the_completion_of_the_one_before_is_not_committed() throws Exception {
        List<Turn> turn = List.of(new Turn("reader", "robot"));
        OutcomeTable.finish(first, List.of(succeeded(pending(first))), DEAD);

        List<Repetition> before = TurnTable.claim(second, turn, ALIVE);
        first.commit();
        List<Repetition> after = TurnTable.claim(second, turn, ALIVE);

        assertThat(before).isEmpty();
        assertThat(after).hasSize(1);
    }

    @Test
    void what_is_due_again_is_left_to_a_living_owner_and_claimed_from_a_dead_one() throws Exception {
        makeDue();
        database.execute("insert into neuroglia.process overriding system value" + " values (" + DEAD
                + ", 'living', clock_timestamp(), clock_timestamp() + interval '1 hour')");

        List<Repetition> ofLiving = DeliveryTable.claimDue(second, READER, 10, ALIVE);
        database.execute("update neuroglia.process set lease_until = clock_timestamp() where name = 'living'");
        List<Repetition> ofDead = DeliveryTable.claimDue(second, READER, 10, ALIVE);

        assertThat(ofLiving).isEmpty();
        assertThat(ofDead).hasSize(1);
    }

    @Test
    void a_claim_of_what_is_due_passes_by_what_somebody_is_changing() throws Exception {
        makeDue();
        assertThat(DeliveryTable.claimDue(first, READER, 10, ALIVE)).hasSize(1);

        List<Repetition> beside = soon(() -> DeliveryTable.claimDue(second, READER, 10, DEAD));

        assertThat(beside).isEmpty();
    }

    @Test
    void a_part_of_an_outcome_that_is_written_again_because_its_answer_was_lost_changes_nothing() throws Exception {
        StoredEvent event = pending(first);
        Failed failed = new Failed(event.id(), "other", Duration.ZERO, false, "java.io.IOException", "");
        FirstAttempts part = new FirstAttempts(event, DEAD, List.of(), List.of(failed), READER, false);

        OutcomeTable.finish(first, List.of(part), DEAD);
        OutcomeTable.finish(first, List.of(part), DEAD);

        assertThat(rows(first)).containsOnlyOnce("retry 1 0 java.io.IOException");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void how_a_repeated_delivery_ended_counts_only_for_who_owns_it(Ending ending) throws Exception {
        database.execute("update neuroglia.delivery set state = 'retry', attempt = 3, owner = " + ALIVE);
        Repetition repetition = repetition(first);
        Ending own = ending instanceof Failed failed
                ? failed.ofEvent(repetition.event().id())
                : ending;

        OutcomeTable.repeated(first, List.of(repeated(repetition, DEAD, own)), DEAD);
        List<String> untouched = rows(first);
        OutcomeTable.repeated(first, List.of(repeated(repetition, ALIVE, own)), ALIVE);

        assertThat(untouched).containsExactly("retry 3 " + ALIVE + " none");
        assertThat(rows(first)).isNotEqualTo(untouched);
    }

    private void makeDue() throws SQLException {
        database.execute("update neuroglia.delivery set state = 'retry', attempt = 1, owner = " + DEAD);
    }

    static Stream<Ending> endings() {
        EventId any = new EventId(new UUID(0, 0), OffsetDateTime.now(ZoneOffset.UTC));
        return Stream.of(
                new Succeeded(),
                new Returned(),
                new Failed(any, "reader", Duration.ZERO, false, "java.io.IOException", ""));
    }

    private static Repeated repeated(Repetition repetition, long owner, Ending ending) {
        return new Repeated(repetition.event(), owner, repetition.handler(), ending);
    }

    private static Repetition repetition(Connection connection) throws SQLException {
        return DeliveryTable.owned(connection, ALIVE).getFirst();
    }

    private static List<String> rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select state || ' ' || attempt || ' ' || coalesce(owner, 0) || ' '"
                        + " || coalesce(error, 'none') from neuroglia.delivery")) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static List<StoredEvent> claim(Connection connection) throws SQLException {
        return EventTable.claim(
                connection, EventTable.oldestUnfinished(connection).minusHours(1), READER, new Claim(10, ALIVE));
    }

    private static FirstAttempts succeeded(StoredEvent event) {
        return new FirstAttempts(event, DEAD, READER, List.of(), List.of(), true);
    }

    private static StoredEvent pending(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select e.* from neuroglia.event e where pending <> '{}'")) {
            rows.next();
            return EventTable.row(rows);
        }
    }

    private boolean somebodyWaits() {
        return !database.texts("select 1 from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .isEmpty();
    }

    /** Fails when it has to wait. */
    private static <V> V soon(Call<V> call) throws InterruptedException, ExecutionException, TimeoutException {
        return later(call).get(5, TimeUnit.SECONDS);
    }

    private static <V> CompletableFuture<V> later(Call<V> call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.call();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private interface Call<V> {
        V call() throws SQLException;
    }

    record Moved(int step) implements DomainEvent {}
}
