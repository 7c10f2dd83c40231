package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.policy.HandlerPolicy;
import io.neuroglia.message.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls whose time is over. */
class AbandonedCallsIT {
    private static final int ALLOWED = 3;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean release = new AtomicBoolean();
    private final List<String> sessions = new CopyOnWriteArrayList<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void abandoned_calls_give_back_their_permits_and_are_reported_and_limited() throws Exception {
        DeliveryFixture process =
                database.process(DeliveryFixture.quick(1_000).withConnections(2).withAbandonedCalls(ALLOWED));
        process.on("hanging", Happened.class, event -> {
                    process.effect("hanging", event.number());
                    hang();
                })
                .on("other", Happened.class, event -> process.effect("other", event.number()))
                .policy("hanging", policy -> quickly(policy).withMaxAttempts(1))
                .start();

        for (int number = 0; number < 2 * ALLOWED; number++) {
            process.raise(new Happened(number));
        }

        await("the other handler is not held up", () -> effects("other").size() == 2 * ALLOWED);
        await("as many as allowed are abandoned", () -> abandoned().size() == ALLOWED);
        assertThat(process.delivery.status().abandonedCalls()).isEqualTo(Map.of("hanging", ALLOWED));
        process.raise(new Happened(100));
        await("the other handler goes on", () -> effects("other").contains("100"));
        assertThat(calls).hasValue(ALLOWED);

        release.set(true);
        await(
                "their threads have come back",
                () -> process.delivery.status().abandonedCalls().isEmpty());
        await("the rest", () -> effects("hanging").size() == ALLOWED + 1);
        assertThat(abandoned()).hasSize(ALLOWED);
    }

    @Test
    void a_running_statement_is_cancelled_and_its_connection_survives() throws Exception {
        DeliveryFixture process = database.process();
        process.on("sleeping", Happened.class, event -> {
                    if (calls.incrementAndGet() == 1) {
                        query(process, "select pg_backend_pid()");
                        query(process, "select pg_sleep(60)");
                    }
                    process.effect("sleeping", event.number());
                })
                .policy("sleeping", AbandonedCallsIT::quickly)
                .start();

        process.raise(new Happened(1));

        await("the second attempt", () -> effects("sleeping").equals(List.of("1")));
        assertThat(database.texts("select 1 from pg_stat_activity where pid = " + sessions.getFirst()))
                .hasSize(1);
        assertThat(process.delivery.status().abandonedCalls()).isEmpty();
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_statement_that_cannot_be_cancelled_is_abandoned_and_its_failure_recorded() throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        try (DeliveryFixture process = new DeliveryFixture(faulty.dataSource(), DeliveryFixture.quick(100))) {
            process.on("sleeping", Happened.class, event -> {
                        calls.incrementAndGet();
                        query(process, "select pg_sleep(4)");
                    })
                    .policy("sleeping", policy -> quickly(policy).withMaxAttempts(1))
                    .start();
            faulty.armCancellation(new StackOverflowError());

            process.raise(new Happened(1));

            await("it is abandoned", () -> abandoned().size() == 1);
            assertThat(faulty.isArmed()).isFalse();
            await(
                    "its thread comes back",
                    () -> process.delivery.status().abandonedCalls().isEmpty());
            assertThat(calls).hasValue(1);
            assertThat(database.texts("select last_value from neuroglia.process_incarnation_seq"))
                    .containsExactly("1");
        }
    }

    @Test
    void a_timeout_during_the_commit_does_not_fail_the_delivery() throws Exception {
        database.execute("create function sleep() returns trigger language plpgsql as"
                + " 'begin perform pg_sleep(2); return null; end'");
        database.execute("create constraint trigger sleeping after insert on effect deferrable initially deferred"
                + " for each row execute function sleep()");
        DeliveryFixture process = database.process();
        process.on("slow", Happened.class, event -> {
                    calls.incrementAndGet();
                    process.effect("slow", event.number());
                })
                .policy("slow", policy -> quickly(policy).withMaxAttempts(1))
                .start();

        process.raise(new Happened(1));

        await("nothing is left", database::nothingIsLeft);
        assertThat(effects("slow")).containsExactly("1");
        assertThat(calls).hasValue(1);
    }

    private static HandlerPolicy quickly(HandlerPolicy policy) {
        return policy.withTimeout(Duration.ofMillis(200)).withBatch(1).withConcurrency(1);
    }

    private void hang() {
        calls.incrementAndGet();
        while (!release.get()) {
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void query(DeliveryFixture process, String sql) throws SQLException {
        try (Statement statement = process.transactions().connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            sessions.add(row.getString(1));
        }
    }

    private List<String> abandoned() {
        return database.texts("select 1 from neuroglia.delivery where state = 'parked'"
                + " and error like '%did not end within 200 ms%'");
    }

    private List<String> effects(String handler) {
        return database.texts("select event from effect where handler = '" + handler + "'");
    }

    record Happened(int number) implements DomainEvent {}
}
