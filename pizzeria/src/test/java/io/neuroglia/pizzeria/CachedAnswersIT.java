package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers are kept, and never seen after the command that made them wrong has returned. */
@RunsPizzeria("pizzeria.kitchen.capacity=499")
class CachedAnswersIT {
    private static final int READERS = 3;
    private static final int ORDERS = 15;

    private final RunningPizzeria pizzeria;
    private final JdbcClient database;
    private final Client anyone;

    CachedAnswersIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        this.database = pizzeria.database();
        this.anyone = pizzeria.anyone();
    }

    @AfterEach
    void acceptChangesAgain() {
        database.sql("drop trigger if exists no_change on pizzeria.customer_order")
                .update();
        database.sql("drop function if exists pizzeria.refuse()").update();
    }

    @Test
    void the_menu_and_the_status_of_an_order_are_answered_without_the_database() {
        String order = anyone.order(OrderText.seed());
        String menu = anyone.get("/api/menu").body();
        String status = status(order);

        database.sql("update pizzeria.pizza set state = jsonb_set(state, '{name}', '\"Changed\"') where id = 'zucca'")
                .update();
        database.sql("update pizzeria.customer_order set state = jsonb_set(state, '{status}', '\"delivered\"')"
                        + " where id = ?")
                .param(order)
                .update();

        try {
            assertThat(menu).contains("Zucca").doesNotContain("Changed");
            assertThat(anyone.get("/api/menu").body()).isEqualTo(menu);
            assertThat(anyone.get("/api/menu?category=pizza").body()).contains("Changed");
            assertThat(status(order)).isEqualTo(status).isEqualTo("pending");
            assertThat(pizzeria.peach().get("/api/orders/" + order + "/status").body())
                    .contains("pending");
        } finally {
            database.sql("update pizzeria.pizza set state = jsonb_set(state, '{name}', '\"Zucca\"') where id = 'zucca'")
                    .update();
        }
    }

    @Test
    void who_asks_after_a_command_sees_what_it_changed() {
        String order = anyone.order(OrderText.seed());
        assertThat(status(order)).isEqualTo("pending");
        assertThat(summary(order)).isEqualTo("pending");

        assertThat(cook(order)).isEqualTo(200);

        assertThat(status(order)).isEqualTo("cooking");
        assertThat(summary(order)).isEqualTo("cooking");
    }

    @Test
    void a_command_that_is_rolled_back_at_its_commit_leaves_the_old_answer_and_hides_no_later_one() {
        String order = anyone.order(OrderText.seed());
        assertThat(status(order)).isEqualTo("pending");
        database.sql("""
            create function pizzeria.refuse() returns trigger language plpgsql as $$
            begin
                raise exception 'not now' using errcode = '53100';
            end $$
            """).update();
        database.sql("""
            create constraint trigger no_change after update on pizzeria.customer_order
            deferrable initially deferred for each row execute function pizzeria.refuse()
            """).update();

        assertThat(cook(order)).isEqualTo(503);

        assertThat(status(order)).isEqualTo("pending");
        acceptChangesAgain();
        assertThat(status(order)).isEqualTo("pending");
        assertThat(cook(order)).isEqualTo(200);
        assertThat(status(order)).isEqualTo("cooking");
    }

    @Test
    void readers_that_never_stop_asking_keep_no_old_answer_alive() throws Exception {
        List<String> orders = Stream.generate(() -> anyone.order(OrderText.seed()))
                .limit(ORDERS)
                .toList();
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int reads = 0;
            while (!done.get()) {
                assertThat(status(orders.get(reads % ORDERS))).isIn("pending", "cooking");
                reads++;
            }
            return reads;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readers =
                    Stream.generate(() -> threads.submit(reader)).limit(READERS).toList();

            try {
                for (String order : orders) {
                    assertThat(cook(order)).isEqualTo(200);
                    assertThat(status(order)).isEqualTo("cooking");
                }
            } finally {
                done.set(true);
            }

            for (Future<Integer> each : readers) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    private int cook(String order) {
        return pizzeria.luigi()
                .put(
                        "/api/orders/" + order + "/cook",
                        "{\"kitchen_staff_id\": \"luigi\", \"estimated_cooking_time_minutes\": 9}")
                .status();
    }

    private String status(String order) {
        return anyone.get("/api/orders/" + order + "/status")
                .json()
                .get("status")
                .asString();
    }

    private String summary(String order) {
        return anyone.get("/api/orders/" + order).json().get("status").asString();
    }
}
