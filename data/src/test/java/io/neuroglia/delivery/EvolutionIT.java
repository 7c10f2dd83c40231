package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is stored outlives the classes that stored it. */
class EvolutionIT {
    private final ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Test
    void an_event_is_stored_with_the_version_of_its_type() throws Exception {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.start();

            process.raise(new Placed("EUR", 3), new Counted(1));

            assertThat(database.texts("select type || ' ' || type_version from neuroglia.event order by position"))
                    .containsExactly("Placed 3", "EvolutionIT.Counted 1");
        }
    }

    @Test
    void upcasters_lead_from_a_stored_version_to_the_present_one() throws Exception {
        stored("reader", "Ordered", 1, "{\"pieces\":7}");
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.delivery
                    .upcaster("Placed", 2, json -> ((ObjectNode) json).put("currency", "USD"))
                    .upcaster("Placed", 1, json -> {
                        ObjectNode renamed = (ObjectNode) json;
                        renamed.set("amount", renamed.remove("pieces"));
                        return renamed;
                    });
            process.on("reader", Placed.class, seen::add).start();

            await("read", () -> List.copyOf(seen).equals(List.of(new Placed("USD", 7))));
        }
    }

    @Test
    void a_version_that_cannot_be_read_is_parked_until_a_process_comes_that_can() throws Exception {
        stored("reader", "Placed", 2, "{\"amount\":7}");
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("reader", Placed.class, seen::add).start();

            await(
                    "parked",
                    () -> database.texts("select error from neuroglia.delivery where state = 'parked'").stream()
                            .anyMatch(error -> error.contains("Version 2 of stored event type Placed is not known")));
        }
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.delivery.upcaster("Placed", 2, json -> ((ObjectNode) json).put("currency", "USD"));
            process.on("reader", Placed.class, seen::add).start();

            await("read", () -> List.copyOf(seen).equals(List.of(new Placed("USD", 7))));
        }
    }

    @Test
    void an_upcaster_of_no_type_and_two_of_one_version_are_refused() {
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.delivery.upcaster("Plased", 1, json -> json);

            assertThatThrownBy(() -> process.delivery.upcaster("Plased", 1, json -> json))
                    .hasMessageContaining("two upcasters of Plased from version 1");
            assertThatThrownBy(process::start).hasMessageContaining("upcaster for Plased");
        }
    }

    @Test
    void a_renamed_handler_goes_on_with_what_is_stored_under_its_former_name() throws Exception {
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("CountOrders", Counted.class, event -> {
                        old.effect("old", event.number());
                        throw new IOException("down");
                    })
                    .start();
            old.raise("robot", new Counted(1), new Counted(2));
            await(
                    "a failure",
                    () -> !database.texts("select 1 from neuroglia.delivery where state = 'retry'")
                            .isEmpty());
            old.delivery.stop();
            old.raise(new Counted(3));
        }

        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on(Counted.class, new OrderStatistics()).start();
            process.raise("robot", new Counted(4));

            await("all", () -> seen.size() == 4);
            assertThat(seen.stream().filter(number -> !number.equals(3))).containsExactly(1, 2, 4);
        }
    }

    @Test
    void a_new_handler_sees_what_is_stored_from_then_on_and_replay_gives_it_the_rest_in_order() throws Exception {
        Instant before = Instant.parse(database.texts(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0));
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("old", Counted.class, event -> {}).start();
            old.raise("robot", new Counted(1));
            old.raise("robot", new Counted(2), new Counted(3));
            old.raise(new Placed("EUR", 1));
            await("finished", database::nothingIsLeft);
        }
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("old", Counted.class, event -> {})
                    .on("new", Counted.class, event -> {
                        process.effect("new", event.number());
                        seen.add(event.number());
                    })
                    .start();
            process.raise("robot", new Counted(4));
            await("the new event", () -> List.copyOf(seen).equals(List.of(4)) && database.nothingIsLeft());

            assertThat(process.delivery.replay("new", before)).isEqualTo(3);
            await("the older ones", () -> List.copyOf(seen).equals(List.of(4, 1, 2, 3)) && database.nothingIsLeft());

            assertThat(process.delivery.replay("new", before)).isZero();
            assertThatThrownBy(() -> process.delivery.replay("nobody", before))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[new, old]");
        }
    }

    @Test
    void an_event_raised_during_a_replay_waits_for_the_older_ones_of_its_key() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (DeliveryFixture old = new DeliveryFixture(database)) {
            old.on("old", Counted.class, event -> {}).start();
            old.raise("robot", new Counted(1), new Counted(2));
            await("finished", database::nothingIsLeft);
        }
        try (DeliveryFixture process = new DeliveryFixture(database)) {
            process.on("new", Counted.class, event -> {
                        release.await();
                        seen.add(event.number());
                    })
                    .start();
            process.delivery.replay("new", Instant.EPOCH);
            process.raise("robot", new Counted(3));
            release.countDown();

            await("all", () -> List.copyOf(seen).equals(List.of(1, 2, 3)));
        }
    }

    /** An event as an older program left it. */
    private void stored(String handler, String type, int version, String payload) throws Exception {
        try (DeliveryFixture schema = new DeliveryFixture(database)) {
            assertThat(schema.delivery.isRunning()).isFalse();
        }
        database.execute(
                "with stored as (insert into neuroglia.event (id, sequence, ordinal, type, type_version, payload,"
                        + " headers) values (gen_random_uuid(), 0, 0, '" + type + "', " + version + ", '" + payload
                        + "', '{\"correlationId\":\"c\"}') returning id, stored_at, position)"
                        + " insert into neuroglia.work (event_id, stored_at, position, pending)"
                        + " select id, stored_at, position, '{" + handler + "}' from stored");
    }

    @LogicalName(value = "Placed", version = 3, aliases = "Ordered")
    record Placed(String currency, int amount) implements DomainEvent {}

    record Counted(int number) implements DomainEvent {}

    @LogicalName(value = "OrderStatistics", aliases = "CountOrders")
    private final class OrderStatistics implements EventHandler<Counted> {
        @Override
        public void handle(Counted event) {
            seen.add(event.number());
        }
    }
}
