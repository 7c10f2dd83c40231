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
import io.neuroglia.result.OperationResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the statements of each event cost: planned once and not each time, and few commits that wait for the disk. */
class StatementsIT {
    private static final int OFTEN = 30;

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void storing_events_is_planned_once_for_all_values() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("a", Counted.class, event -> {})
                    .on("b", Counted.class, event -> {})
                    .on("failing", Jammed.class, event -> {
                        throw new IllegalStateException("jammed");
                    })
                    .policy("failing", policy -> policy.withMaxAttempts(1))
                    .start();
            process.raise("busy", new Jammed());
            await("one is parked", () -> states().equals(List.of("failing parked")));
            for (int i = 0; i < OFTEN; i++) {
                process.raise("one-" + i, new Counted(i));
                process.raise("two-" + i, new Counted(i), new Counted(i));
                process.raise("busy", new Jammed());
            }

            List<String> plans = new ArrayList<>();
            process.unitOfWork.execute(() -> {
                plans.addAll(texts(process.transactions().connection(), """
                    select custom_plans || ' of ' || (custom_plans + generic_plans) from pg_prepared_statements
                    where statement like '%insert into neuroglia.event%' and custom_plans + generic_plans > 20\
                    """));
                return OperationResult.noContent();
            });

            assertThat(plans).hasSize(3).allMatch(count -> count.startsWith("5 of "));
        }
    }

    @Test
    void an_event_whose_key_is_busy_lets_only_those_handlers_wait_that_are_behind() throws Exception {
        Queue<String> begunAtOnce = new ConcurrentLinkedQueue<>();
        try (DeliveryFixture process = new DeliveryFixture(database, DeliveryFixture.unprompted())) {
            process.delivery.observe(new DeliveryObserver() {
                @Override
                public void begun(String handler, Duration latency) {
                    begunAtOnce.add(handler);
                }
            });
            process.on("failing", Counted.class, event -> {
                        throw new IllegalStateException("jammed");
                    })
                    .on("fine", Counted.class, event -> process.effect("fine", event))
                    .policy("failing", policy -> policy.withMaxAttempts(1))
                    .start();
            process.raise("key", new Counted(1));
            await(
                    "one is parked and the other finished",
                    () -> states().equals(List.of("failing parked"))
                            && database.texts("select 1 from neuroglia.event where pending <> '{}'")
                                    .isEmpty());

            process.raise("key", new Counted(2));

            await(
                    "the other goes on",
                    () -> database.texts("select event from effect order by nr")
                            .equals(List.of("Counted[number=1]", "Counted[number=2]")));
            assertThat(states()).containsExactly("failing parked", "failing waiting");
            assertThat(begunAtOnce).containsExactlyInAnyOrder("failing", "fine", "fine");
        }
    }

    @Test
    void the_statements_of_the_worker_are_planned_once_and_its_connection_returns_as_it_came() throws Exception {
        try (DedicatedConnection connection = DedicatedConnection.byIndex(database.dataSource())) {
            List<String> mode = connection.call(open -> texts(open, "show plan_cache_mode"));

            assertThat(mode).containsExactly("force_generic_plan");
        }

        for (int i = 0; i < 10; i++) {
            assertThat(database.texts("show plan_cache_mode")).containsExactly("auto");
        }
    }

    @Test
    void the_note_that_deliveries_are_finished_does_not_wait_for_the_disk() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database);
                Connection connection = database.dataSource().getConnection()) {
            process.start();
            waitForTheDisk(connection);

            OutcomeTable.finish(connection, List.of(firstAttempts()), 1);

            assertThat(texts(connection, "show synchronous_commit")).containsExactly("off");
            connection.commit();
            assertThat(texts(connection, "show synchronous_commit")).containsExactly("on");
            connection.rollback();
        }
    }

    @Test
    void whatever_else_is_written_about_deliveries_waits_for_the_disk() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database);
                Connection connection = database.dataSource().getConnection()) {
            process.start();
            waitForTheDisk(connection);
            FirstAttempts attempts = firstAttempts();
            StoredEvent event = attempts.event();
            Failed failed = new Failed(event.id(), "a", Duration.ofSeconds(1), false, "jammed", "");

            OutcomeTable.finish(
                    connection, List.of(new FirstAttempts(event, 1, List.of(), List.of(failed), List.of(), true)), 1);
            for (Ending ending : List.of(new Succeeded(), new Returned(), failed)) {
                OutcomeTable.repeated(connection, List.of(new Repeated(event, 1, "a", ending)), 1);
            }
            EventTable.claim(connection, event.id().storedAt(), List.of("a"), new Claim(1, 1));
            DeliveryTable.claimDue(connection, List.of("a"), 1, 1);
            TurnTable.claim(connection, List.of(new Turn("a", "key")), 1);
            HandledTable.insertAll(connection, List.of(event.id().id()), "a");

            assertThat(texts(connection, "show synchronous_commit")).containsExactly("on");
            connection.rollback();
        }
    }

    /** As servers do, unless they are started for tests. */
    private static void waitForTheDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
        }
        connection.setAutoCommit(false);
    }

    private static FirstAttempts firstAttempts() {
        EventId id = new EventId(UUID.randomUUID(), OffsetDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneOffset.UTC));
        EventHeaders headers = new EventHeaders("conversation", null, null);
        StoredEvent event = new StoredEvent(id, "key", "Counted", 1, "{}", headers, List.of("a"), 0);
        return new FirstAttempts(event, 1, List.of("a"), List.of(), List.of(), true);
    }

    private List<String> states() {
        return database.texts("select handler || ' ' || state from neuroglia.delivery order by 1");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    record Counted(int number) implements DomainEvent {}

    record Jammed() implements DomainEvent {}
}
