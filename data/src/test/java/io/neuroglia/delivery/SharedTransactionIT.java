package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Deliveries to one handler that wait at the same time share a transaction, and nobody notices but by its speed. They wait
 * here behind one that holds the handler's only loop.
 */
class SharedTransactionIT {
    private static final int HOT = 7;

    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Object> seen = ConcurrentHashMap.newKeySet();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final Blockade blockade = new Blockade(database, 1);
    private final DeliveryFixture process = blockade.process();

    @Test
    void deliveries_that_wait_share_a_transaction() throws Exception {
        handler(event -> seen.add(transactionId()), policy -> policy);

        blockade.raiseBehind(
                IntStream.rangeClosed(1, 40).mapToObj(Numbered::new).toArray(Numbered[]::new));

        await("all", database::nothingIsLeft);
        assertThat(effects()).isEqualTo("40");
        assertThat(seen).hasSize(2);
        assertThat(database.texts("select count(*) from neuroglia.handled where handler = 'writer'"))
                .containsExactly("40");
    }

    @Test
    void a_policy_gives_each_a_transaction_of_its_own() throws Exception {
        handler(event -> seen.add(transactionId()), policy -> policy.withBatch(1));

        blockade.raiseBehind(
                IntStream.rangeClosed(1, 10).mapToObj(Numbered::new).toArray(Numbered[]::new));

        await("all", database::nothingIsLeft);
        assertThat(seen).hasSize(10);
    }

    @Test
    void a_delivery_that_fails_spoils_nothing_for_the_others() throws Exception {
        handler(
                event -> {
                    if (event.number() == 20) {
                        throw new IOException("jammed");
                    }
                },
                policy -> policy.withMaxAttempts(2));

        blockade.raiseBehind(
                IntStream.rangeClosed(1, 40).mapToObj(Numbered::new).toArray(Numbered[]::new));

        await("one is parked", () -> parked() == 1);
        await("the others", () -> effects().equals("39"));
        assertThat(database.texts("select 1 from effect where event = 'Numbered[number=20]'"))
                .isEmpty();
        assertThat(database.texts("select event from effect group by event having count(*) > 1"))
                .isEmpty();
    }

    @Test
    void a_delivery_that_fails_before_others_join_is_not_called_again() throws Exception {
        handler(
                event -> {
                    if (event.number() == 1) {
                        calls.incrementAndGet();
                        throw new IOException("jammed");
                    }
                },
                policy -> policy.withMaxAttempts(1));

        blockade.raiseBehind(new Numbered(1), new Numbered(2), new Numbered(3));

        await("one is parked", () -> parked() == 1);
        await("the others", () -> effects().equals("2"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_delivery_that_joins_and_hangs_keeps_the_first_one_waiting_for_a_second_at_most() throws Exception {
        handler(
                event -> {
                    if (event.number() == 2 && seen.add("hung")) {
                        new CountDownLatch(1).await();
                    }
                },
                policy -> policy.withTimeout(Duration.ofHours(1)));

        blockade.raiseBehind(new Numbered(1), new Numbered(2), new Numbered(3));

        await("all", () -> database.nothingIsLeft() && effects().equals("3"));
        assertThat(seen).containsExactly("hung");
    }

    @Test
    void a_delivery_that_hangs_before_others_join_has_its_whole_timeout() throws Exception {
        handler(
                event -> {
                    if (event.number() == 1 && seen.add("hung")) {
                        new CountDownLatch(1).await();
                    }
                },
                policy -> policy.withTimeout(Duration.ofMillis(500))
                        .withRetries(Duration.ofMillis(50), Duration.ofMillis(50)));

        blockade.raiseBehind(new Numbered(1), new Numbered(2), new Numbered(3));

        await("all", () -> database.nothingIsLeft() && effects().equals("3"));
        assertThat(seen).containsExactly("hung");
    }

    @Test
    void a_shared_transaction_gives_up_its_locks_to_a_request_that_waits_for_them() throws Exception {
        database.execute("create table hot (id integer primary key, changes integer not null)");
        database.execute("insert into hot values (1, 0), (2, 0)");
        handler(
                event -> {
                    if (event.number() == HOT + 2) {
                        await("the request waits", () -> calls.get() > 0 || somebodyWaitsForALock());
                    }
                    if (event.number() > HOT) {
                        change(event.number() - HOT);
                    }
                },
                policy -> policy);
        Thread request = request();
        await("the request has the second row", () -> seen.contains("second"));

        blockade.raiseBehind(new Numbered(HOT + 1), new Numbered(HOT + 2));

        await("the request has both rows", () -> !request.isAlive());
        assertThat(seen).contains("committed");
        await("all", () -> database.nothingIsLeft() && effects().equals("2"));
        assertThat(database.texts("select changes from hot")).containsExactly("2", "2");
    }

    @Test
    void events_raised_in_it_name_the_event_that_caused_each() throws Exception {
        process.on("answered", Answered.class, seen::add).policy("answered", HandlerPolicy::withoutTransaction);
        handler(event -> process.unitOfWork.raise(new Answered(event.number())), policy -> policy);

        blockade.raiseBehind(new Numbered(1), new Numbered(2));

        await("all", () -> seen.size() == 2 && database.nothingIsLeft());
        assertThat(database.texts("select count(distinct headers::json ->> 'causationId') from neuroglia.event"
                        + " where type = 'SharedTransactionIT.Answered'"))
                .containsExactly("2");
    }

    @Test
    void an_event_that_another_process_has_handled_meanwhile_takes_no_effect_and_spoils_none() throws Exception {
        handler(
                event -> {
                    if (event.number() == 2 && seen.add("handled elsewhere")) {
                        database.execute("insert into neuroglia.handled (event_id, handler, event_stored_at) select id,"
                                + " 'writer', stored_at from neuroglia.event where payload = '{\"number\":2}'");
                    }
                },
                policy -> policy);

        blockade.raiseBehind(new Numbered(1), new Numbered(2), new Numbered(3));

        await("all", database::nothingIsLeft);
        assertThat(database.texts("select event from effect order by event"))
                .containsExactly("Numbered[number=1]", "Numbered[number=3]");
    }

    /** Changes the second row, then waits for the first one. */
    private Thread request() {
        JdbcTransactions transactions = new JdbcTransactions(database.dataSource());
        return Thread.ofVirtual().start(() -> {
            try {
                transactions.execute(
                        () -> {
                            change(transactions, 2);
                            seen.add("second");
                            await("the first row is taken", this::firstRowIsLocked);
                            change(transactions, 1);
                            return true;
                        },
                        changed -> true);
                seen.add("committed");
            } catch (Exception failure) {
                seen.add(failure);
            } finally {
                calls.incrementAndGet();
            }
        });
    }

    /** Starts with a handler that writes an effect after what is given. */
    private void handler(Step step, UnaryOperator<HandlerPolicy> policy) {
        blockade.startWith(
                Numbered.class,
                event -> {
                    step.on(event);
                    process.effect("writer", event);
                },
                policy);
    }

    private void change(int row) throws SQLException {
        change(process.transactions(), row);
    }

    private static void change(JdbcTransactions transactions, int row) throws SQLException {
        try (Statement update = transactions.connection().createStatement()) {
            update.execute("update hot set changes = changes + 1 where id = " + row);
        }
    }

    private boolean firstRowIsLocked() {
        return database.texts("select 1 from hot where id = 1 for update skip locked")
                .isEmpty();
    }

    private boolean somebodyWaitsForALock() {
        return !database.texts("select 1 from pg_locks where not granted").isEmpty();
    }

    private String transactionId() throws Exception {
        try (var statement = process.transactions().connection().createStatement();
                var row = statement.executeQuery("select pg_current_xact_id()")) {
            row.next();
            return row.getString(1);
        }
    }

    private int parked() {
        return database.texts("select error from neuroglia.delivery where state = 'parked'")
                .size();
    }

    private String effects() {
        return database.texts("select count(*) from effect").get(0);
    }

    /** What a handler does before its effect. */
    private interface Step {
        void on(Numbered event) throws Exception;
    }

    record Numbered(int number) implements Blockade.Queued {}

    record Answered(int number) implements DomainEvent {}
}
