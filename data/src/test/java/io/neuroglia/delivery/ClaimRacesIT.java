package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.EventTable.Claim;
import io.neuroglia.delivery.Outcome.FirstAttempts;
import io.neuroglia.message.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
