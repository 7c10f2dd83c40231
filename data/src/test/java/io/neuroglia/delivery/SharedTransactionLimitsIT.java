package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.policy.HandlerPolicy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What deliveries that share a transaction spare each other: waiting, interruptions and further calls. Three of them wait
 * here behind one that holds the handler's only loop, so that the first meets the others.
 */
class SharedTransactionLimitsIT {
    private final Map<Integer, Integer> calls = new ConcurrentHashMap<>();
    private final AtomicBoolean hung = new AtomicBoolean();
    private final AtomicBoolean interruptedFromTheStart = new AtomicBoolean();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final Blockade blockade = new Blockade(database, 1);
    private final DeliveryFixture process = blockade.process();

    @Test
    void a_delivery_that_changes_nothing_is_not_repeated_because_another_one_fails() throws Exception {
        handler(
                event -> {
                    if (event.number() == 2 && calls.get(2) == 1) {
                        throw new IOException("jammed");
                    }
                    return event.number() != 1;
                },
                policy -> policy);

        threeTogether();

        await("all", () -> database.nothingIsLeft() && effects().equals("2 3"));
        assertThat(calls).containsEntry(1, 1).containsEntry(2, 2);
    }

    @Test
    void the_first_delivery_waits_for_a_lock_as_patiently_as_by_itself() throws Exception {
        database.execute("create table hot (id integer primary key, changes integer not null)");
        database.execute("insert into hot values (1, 0)");
        handler(
                event -> {
                    if (event.number() == 1) {
                        change(process.transactions().connection());
                    }
                    return true;
                },
                policy -> policy.withMaxAttempts(1));

        try (Connection request = database.dataSource().getConnection()) {
            request.setAutoCommit(false);
            change(request);
            threeTogether();
            await("it waits for longer than those that share may", () -> parked() > 0 || somebodyWaitsForLong());
            request.commit();
        }

        await("all", () -> parked() > 0 || database.nothingIsLeft());
        assertThat(effects()).isEqualTo("1 2 3");
    }

    @Test
    void the_interruption_of_one_delivery_does_not_reach_the_next() throws Exception {
        handler(
                event -> {
                    if (event.number() == 2 && hung.compareAndSet(false, true)) {
                        while (!Thread.currentThread().isInterrupted()) {
                            LockSupport.parkNanos(1_000_000);
                        }
                        throw new IOException("broken off");
                    }
                    return true;
                },
                policy -> policy.withTimeout(Duration.ofHours(1)));

        threeTogether();

        await("all", () -> database.nothingIsLeft() && effects().equals("1 2 3"));
        assertThat(hung).isTrue();
        assertThat(interruptedFromTheStart).isFalse();
        assertThat(calls).containsEntry(1, 2).containsEntry(2, 2);
    }

    @Test
    void a_delivery_does_not_join_one_that_has_timed_out_and_is_delivered_by_itself() throws Exception {
        handler(
                event -> {
                    if (event.number() == 1) {
                        hangUntilInterrupted();
                    }
                    return true;
                },
                policy -> policy.withTimeout(Duration.ofMillis(300)));

        threeTogether();

        await("all", () -> database.nothingIsLeft() && effects().equals("1 2 3"));
        assertThat(database.texts("select b.event from effect a join effect b on a.xmin = b.xmin and a.event < b.event"
                        + " where a.event = 'Numbered[number=1]'"))
                .isEmpty();
    }

    @Test
    void a_delivery_that_ignores_its_interruption_is_abandoned_with_those_that_share_its_transaction()
            throws Exception {
        AtomicBoolean mayEnd = new AtomicBoolean();
        handler(
                event -> {
                    if (event.number() == 2) {
                        while (!mayEnd.get()) {
                            Thread.interrupted();
                            LockSupport.parkNanos(1_000_000);
                        }
                        throw new IOException("too late");
                    }
                    return true;
                },
                policy -> policy.withMaxAttempts(1));

        threeTogether();

        await("both are given up", () -> parked() == 2);
        mayEnd.set(true);
        await("who comes after them", () -> !effects().isEmpty());
        assertThat(effects()).isEqualTo("3");
        assertThat(calls).containsEntry(1, 1).containsEntry(2, 1);
    }

    private void hangUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            hung.set(true); // and it goes on as if nothing had happened
        }
    }

    /** Starts with a handler that writes an effect if the step says so. */
    private void handler(Step step, UnaryOperator<HandlerPolicy> policy) {
        blockade.startWith(
                Numbered.class,
                event -> {
                    if (Thread.currentThread().isInterrupted()) {
                        interruptedFromTheStart.set(true);
                    }
                    calls.merge(event.number(), 1, Integer::sum);
                    if (step.writes(event)) {
                        process.effect("writer", event);
                    }
                },
                policy);
    }

    private void threeTogether() throws Exception {
        blockade.raiseBehind(new Numbered(1), new Numbered(2), new Numbered(3));
    }

    private static void change(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.execute("update hot set changes = changes + 1 where id = 1");
        }
    }

    private boolean somebodyWaitsForLong() {
        return !database.texts("select 1 from pg_locks where not granted"
                        + " and waitstart < clock_timestamp() - interval '300 milliseconds'")
                .isEmpty();
    }

    private int parked() {
        return database.texts("select 1 from neuroglia.delivery where state = 'parked'")
                .size();
    }

    /** The numbers of the events that took effect, in order. */
    private String effects() {
        return String.join(
                " ", database.texts("select substring(event from '=(.*)]') as number from effect order by number"));
    }

    /** What a handler does before its effect. */
    private interface Step {
        boolean writes(Numbered event) throws Exception;
    }

    record Numbered(int number) implements Blockade.Queued {}
}
