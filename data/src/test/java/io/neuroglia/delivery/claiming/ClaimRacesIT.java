package io.neuroglia.delivery.claiming;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.neuroglia.delivery.DeliveryFixture;
import io.neuroglia.delivery.TestDatabase;
import io.neuroglia.delivery.claiming.DeliveryTable.ClaimedRow;
import io.neuroglia.delivery.claiming.WorkTable.Claim;
import io.neuroglia.delivery.claiming.WorkTable.Claimed;
import io.neuroglia.delivery.naming.EventMessage;
import io.neuroglia.delivery.naming.HandlerKey;
import io.neuroglia.delivery.recording.Recorder;
import io.neuroglia.delivery.running.Delivery;
import io.neuroglia.delivery.running.FailureText;
import io.neuroglia.delivery.running.HeldWork;
import io.neuroglia.delivery.running.Outcome;
import io.neuroglia.delivery.running.Outcome.Failed;
import io.neuroglia.delivery.running.Outcome.Returned;
import io.neuroglia.delivery.running.Outcome.Succeeded;
import io.neuroglia.delivery.schema.Schema;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two statements on one row, the first of them in a transaction that is held open. */
class ClaimRacesIT {
    private static final List<String> READER = List.of("reader");
    private static final List<HandlerKey> KEY = List.of(new HandlerKey("reader", "robot"));
    private static final FailureText JAMMED = FailureText.of("jammed");
    private static final long DEAD = 1_000_001;
    private static final long ALIVE = 1_000_002;

    private final Schema schema = Schema.named("neuroglia");
    private final WorkTable work = new WorkTable(schema);
    private final DeliveryTable rows = new DeliveryTable(schema);
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
        database.execute("update neuroglia.work set owner = " + DEAD);
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
        record(first, DEAD, new Succeeded(pending(first)));

        List<Claimed> beside = soon(() -> claim(second));
        first.commit();
        List<Claimed> after = claim(second);

        assertThat(beside).isEmpty();
        assertThat(after).isEmpty();
    }

    @Test
    void a_completion_beside_a_running_claim_comes_too_late() throws Exception {
        Delivery delivery = pending(first);
        assertThat(claim(first)).hasSize(1);

        CompletableFuture<Boolean> completion = later(() -> {
            record(second, DEAD, new Succeeded(delivery));
            return true;
        });
        await("the completion waits for the claim", this::somebodyWaits);
        first.commit();
        completion.get(20, TimeUnit.SECONDS);

        assertThat(database.texts("select pending::text || ' ' || owner from neuroglia.work"))
                .containsExactly("{reader} " + ALIVE);
    }

    @Test
    void one_of_two_processes_that_look_for_the_next_delivery_at_once_claims_it() throws Exception {
        database.execute("delete from neuroglia.work");
        assertThat(claimNext(first, DEAD)).hasSize(1);

        CompletableFuture<List<ClaimedRow>> other = later(() -> claimNext(second, ALIVE));
        await("the other waits for the first", this::somebodyWaits);
        first.commit();

        assertThat(other.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(database.texts("select owner || ' ' || attempt from neuroglia.delivery"))
                .containsExactly(DEAD + " 1");
    }

    @Test
    void the_next_delivery_is_not_claimed_while_the_completion_of_its_predecessor_is_not_committed() throws Exception {
        record(first, DEAD, new Succeeded(pending(first)));

        List<ClaimedRow> before = claimNext(second, ALIVE);
        first.commit();
        List<ClaimedRow> after = claimNext(second, ALIVE);

        assertThat(before).isEmpty();
        assertThat(after).hasSize(1);
    }

    @Test
    void a_due_delivery_is_left_to_a_living_owner_and_claimed_from_a_dead_one() throws Exception {
        makeDue();
        database.execute("insert into neuroglia.process overriding system value values (" + DEAD
                + ", 'living', clock_timestamp(), clock_timestamp() + interval '1 hour')");

        List<ClaimedRow> ofLiving = claimDue(second, ALIVE);
        database.execute("update neuroglia.process set lease_until = clock_timestamp() where name = 'living'");
        List<ClaimedRow> ofDead = claimDue(second, ALIVE);

        assertThat(ofLiving).isEmpty();
        assertThat(ofDead).hasSize(1);
    }

    @Test
    void a_claim_of_due_deliveries_skips_a_locked_row() throws Exception {
        makeDue();
        assertThat(claimDue(first, ALIVE)).hasSize(1);

        List<ClaimedRow> beside = soon(() -> claimDue(second, DEAD));

        assertThat(beside).isEmpty();
    }

    @Test
    void a_claim_counts_takeovers_from_other_processes_but_not_from_former_incarnations_of_its_own() throws Exception {
        List<Claimed> fromItself = work.claim(first, READER, new Claim(OffsetDateTime.MIN, 10, ALIVE, List.of(DEAD)));
        first.rollback();
        List<Claimed> fromAnother = claim(first);

        assertThat(fromItself).extracting(Claimed::takeovers, Claimed::again).containsExactly(tuple(0, true));
        assertThat(fromAnother).extracting(Claimed::takeovers, Claimed::again).containsExactly(tuple(1, true));
    }

    @Test
    void an_outcome_that_is_written_again_because_its_answer_was_lost_changes_nothing() throws Exception {
        Delivery delivery = pending(first);
        Failed failed = new Failed(delivery, Duration.ZERO, false, JAMMED);

        record(first, DEAD, failed);
        List<String> once = states(first);
        record(first, DEAD, failed);

        assertThat(once).contains("retry 1 0 jammed");
        assertThat(states(first)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void the_outcome_of_a_delivery_with_a_row_counts_only_for_who_owns_it(Function<Delivery, Outcome> outcome)
            throws Exception {
        database.execute("update neuroglia.delivery set state = 'retry', attempt = 3, owner = " + ALIVE);
        ClaimedRow row = rows.owned(first, OffsetDateTime.MIN, ALIVE).getFirst();
        EventMessage event = new EventTable(schema)
                .read(first, List.of(row.id()))
                .get(row.id().id());

        record(first, DEAD, outcome.apply(new Delivery(event, "reader", DEAD, 3, 0, true, true)));
        List<String> untouched = states(first);
        record(first, ALIVE, outcome.apply(new Delivery(event, "reader", ALIVE, 3, 0, true, true)));

        assertThat(untouched).containsExactly("retry 3 " + ALIVE + " none");
        assertThat(states(first)).isNotEqualTo(untouched);
    }

    @Test
    void only_the_note_that_deliveries_are_finished_does_not_wait_for_the_disk() throws Exception {
        Delivery delivery = pending(first);
        setSynchronousCommit(first);
        record(first, DEAD, new Succeeded(delivery));
        List<String> finished = texts(first, "show synchronous_commit");
        first.rollback();

        setSynchronousCommit(first);
        claim(first);
        record(first, DEAD, new Failed(delivery, Duration.ofSeconds(1), false, JAMMED));
        claimDue(first, ALIVE);
        claimNext(first, ALIVE);

        assertThat(finished).containsExactly("off");
        assertThat(texts(first, "show synchronous_commit")).containsExactly("on");
    }

    private void makeDue() throws SQLException {
        database.execute("update neuroglia.delivery set state = 'retry', attempt = 1, owner = " + DEAD);
    }

    static Stream<Function<Delivery, Outcome>> outcomes() {
        return Stream.of(
                Succeeded::new,
                delivery -> new Returned(delivery, false),
                delivery -> new Returned(delivery, true),
                delivery -> new Failed(delivery, Duration.ZERO, false, JAMMED));
    }

    /** Records the outcome as the worker of an incarnation does, in the connection's transaction. */
    private void record(Connection connection, long owner, Outcome outcome) throws SQLException {
        Recorder recorder = new Recorder(schema, new HeldWork(10));
        Delivery delivery = outcome.delivery();
        if (!delivery.hasRow()) {
            recorder.begin(delivery.event(), delivery.owner(), READER);
        }
        recorder.add(outcome);
        try {
            recorder.gather(0);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        recorder.write(connection, owner);
        assertThat(recorder.isIdle()).isTrue();
    }

    private Delivery pending(Connection connection) throws SQLException {
        Claimed claimed = work.claim(connection, READER, new Claim(OffsetDateTime.MIN, 10, DEAD, List.of()))
                .getFirst();
        connection.rollback();
        EventMessage event = new EventTable(schema)
                .read(connection, List.of(claimed.id()))
                .get(claimed.id().id());
        return new Delivery(event, "reader", DEAD, 1, 0, false, false);
    }

    private List<Claimed> claim(Connection connection) throws SQLException {
        return work.claim(connection, READER, new Claim(OffsetDateTime.MIN, 10, ALIVE, List.of()));
    }

    private List<ClaimedRow> claimNext(Connection connection, long owner) throws SQLException {
        return rows.claimNext(connection, OffsetDateTime.MIN, KEY, owner);
    }

    private List<ClaimedRow> claimDue(Connection connection, long owner) throws SQLException {
        return rows.claimDue(connection, OffsetDateTime.MIN, READER, 10, owner);
    }

    /** As servers do, unless they are started for tests. */
    private static void setSynchronousCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
        }
    }

    private static List<String> states(Connection connection) throws SQLException {
        return texts(
                connection,
                "select state || ' ' || attempt || ' ' || coalesce(owner, 0) || ' ' || coalesce(error, 'none')"
                        + " from neuroglia.delivery order by position");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
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
