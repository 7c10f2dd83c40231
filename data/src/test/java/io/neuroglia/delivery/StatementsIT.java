package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.running.DeliveryObserver;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.result.OperationResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the statements of each event cost: they are planned once and not each time. */
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
                    where (statement like '%into neuroglia.event%' or statement like '%into neuroglia.work%') and custom_plans + generic_plans > 20\
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
                            && database.texts("select 1 from neuroglia.work").isEmpty());

            process.raise("key", new Counted(2));

            await(
                    "the other goes on",
                    () -> database.texts("select event from effect order by nr")
                            .equals(List.of("Counted[number=1]", "Counted[number=2]")));
            assertThat(states()).containsExactly("failing parked", "failing waiting");
            assertThat(begunAtOnce).containsExactlyInAnyOrder("failing", "fine", "fine");
        }
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
