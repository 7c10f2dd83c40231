package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@RunsPizzeria
class OrderWorkflowIT {
    private static final String COOKING = """
        {"kitchen_staff_id": "staff_001", "estimated_cooking_time_minutes": 20}\
        """;

    private final RunningPizzeria pizzeria;
    private final Client anyone;

    OrderWorkflowIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        anyone = pizzeria.anyone();
    }

    @Test
    void the_workflow_of_the_seed_works() {
        Answer placed = anyone.post("/api/orders", OrderText.seed().json());
        assertThat(placed.status()).isEqualTo(201);
        String id = placed.json().get("order_id").asString();
        assertThat(placed.header("Location")).isEqualTo("/api/orders/" + id);
        assertThat(placed.json().get("total_amount").isString()).isTrue();
        assertThat(placed.json().get("total_amount").asString()).isEqualTo("19.39");

        JsonNode pending = anyone.get("/api/orders/" + id + "/status").json();
        assertThat(pending.get("status").asString()).isEqualTo("pending");
        assertThat(pending.get("customer_name").asString()).isEqualTo("John Doe");

        Answer cooked = pizzeria.luigi().put("/api/orders/" + id + "/cook", COOKING);
        assertThat(cooked.status()).isEqualTo(200);
        assertThat(cooked.body()).isEqualTo("{\"message\":\"Started cooking order " + id + "\"}");

        JsonNode cooking = anyone.get("/api/orders/" + id + "/status").json();
        assertThat(cooking.get("status").asString()).isEqualTo("cooking");
        assertThat(cooking.get("pizzas").get(0).get("status").asString()).isEqualTo("cooking");
    }

    @Test
    void the_status_tells_all_in_plain_words() {
        Instant before = Instant.now();
        String id = anyone.order(OrderText.seed());

        JsonNode status = anyone.get("/api/orders/" + id + "/status").json();

        Instant orderTime = Instant.parse(status.get("order_time").asString());
        assertThat(orderTime).isBetween(before.minusMillis(1), Instant.now());
        assertThat(status.get("estimated_ready_time").asString()).endsWith("Z");
        assertThat(Instant.parse(status.get("estimated_ready_time").asString()))
                .isEqualTo(orderTime.plus(Duration.ofMinutes(15)));
        assertThat(status.propertyNames())
                .containsExactlyInAnyOrder(
                        "order_id",
                        "status",
                        "customer_name",
                        "order_time",
                        "estimated_ready_time",
                        "total_amount",
                        "pizzas");
        assertThat(status.get("pizzas").toString())
                .isEqualTo("[{\"name\":\"Margherita\",\"size\":\"large\",\"toppings\":[\"extra_cheese\"],"
                        + "\"status\":\"pending\"}]");
    }

    @Test
    void the_summary_holds_what_was_asked_for() {
        String id = anyone.order(OrderText.seed());

        JsonNode plain = anyone.get("/api/orders/" + id).json();
        JsonNode full = anyone.get("/api/orders/" + id + "?include_pizza_details=true&include_estimated_time=false")
                .json();

        assertThat(plain.propertyNames())
                .containsExactly("order_id", "status", "total_amount", "pizza_count", "estimated_ready_time");
        assertThat(plain.get("pizza_count").asInt()).isEqualTo(1);
        assertThat(full.propertyNames()).containsExactly("order_id", "status", "total_amount", "pizza_count", "pizzas");
        assertThat(full.get("pizzas").get(0).get("special_instructions").asString())
                .isEqualTo("Extra crispy");
        assertThat(full.get("pizzas").get(0).get("price").asString()).isEqualTo("19.39");
    }

    @Test
    void what_may_be_left_out_may_be_null_as_well() {
        OrderText least = OrderText.seed()
                .without("payment_method")
                .with("order_source", "null")
                .with("pizza_items", """
                    [{"pizza_id": "pepperoni", "size": "small", "toppings": null},
                     {"pizza_id": "pepperoni", "size": "medium", "special_instructions": null, "extra": 1}]\
                    """)
                .with("unknown", "{}");

        Answer placed = anyone.post("/api/orders", least.json());

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.json().get("total_amount").asString()).isEqualTo("28.78");
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        Answer placed = anyone.post("/api/orders/", OrderText.seed().json());
        String id = placed.json().get("order_id").asString();

        assertThat(placed.status()).isEqualTo(201);
        assertThat(anyone.get("/api/orders/" + id + "/status/").status()).isEqualTo(200);
        assertThat(anyone.get("/api/menu/").status()).isEqualTo(200);
        assertThat(anyone.put("/api/orders/" + id + "/cook/", COOKING).status()).isEqualTo(401);
        assertThat(pizzeria.luigi().put("/api/orders/" + id + "/cook/", COOKING).status())
                .isEqualTo(200);
    }

    @Test
    void a_cooking_order_is_not_begun_again() {
        String id = anyone.order(OrderText.seed());
        pizzeria.luigi().put("/api/orders/" + id + "/cook", COOKING);

        Answer again = pizzeria.luigi().put("/api/orders/" + id + "/cook", COOKING);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.detail()).isEqualTo("Cannot start cooking order in cooking status");
    }

    @Test
    void the_kitchens_display_follows() {
        String id = anyone.order(OrderText.seed());
        pizzeria.luigi().put("/api/orders/" + id + "/cook", COOKING);

        await().untilAsserted(() -> assertThat(display(id))
                .containsExactly(Map.of("status", "cooking", "staff_id", "staff_001", "minutes", 20)));
    }

    private Iterable<Map<String, Object>> display(String id) {
        return pizzeria.database().sql("""
            select status, staff_id,
                   extract(epoch from estimated_completion - started_at)::int / 60 as minutes
            from pizzeria.kitchen_display where order_id = ?
            """).param(id).query().listOfRows();
    }

    @Test
    void an_unknown_order_is_not_found() {
        Answer status = anyone.get("/api/orders/4711/status");
        assertThat(status.status()).isEqualTo(404);
        assertThat(status.detail()).isEqualTo("Order 4711 not found");
        assertThat(anyone.get("/api/orders/4711").detail()).isEqualTo("Order 4711 not found");

        Answer cook = pizzeria.luigi().put("/api/orders/4711/cook", COOKING);
        assertThat(cook.status()).isEqualTo(404);
        assertThat(cook.detail()).isEqualTo("Order not found");
    }

    @Test
    void an_absurd_id_is_not_found_either() {
        Stream.of("x".repeat(4000), "%F0%9F%8D%95", "'", "..%20", "null").forEach(id -> {
            assertThat(anyone.get("/api/orders/" + id + "/status").status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(pizzeria.luigi()
                            .put("/api/orders/" + id + "/cook", COOKING)
                            .status())
                    .as(id)
                    .isEqualTo(404);
        });
    }

    @Test
    void the_menu_holds_what_is_delivered() {
        JsonNode menu = anyone.get("/api/menu").json();

        assertThat(menu.valueStream().map(item -> item.get("id").asString()))
                .startsWith("hawaiian", "margherita", "pepperoni")
                .contains("vegetarian", "quattro_formaggi");
        JsonNode margherita = menu.valueStream()
                .filter(item -> item.get("id").asString().equals("margherita"))
                .findFirst()
                .orElseThrow();
        assertThat(margherita.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "description",
                        "base_price",
                        "category",
                        "preparation_time_minutes",
                        "available_sizes",
                        "available_toppings",
                        "is_seasonal");
        assertThat(margherita.get("base_price").toString()).isEqualTo("\"12.99\"");
        assertThat(margherita.get("preparation_time_minutes").asInt()).isEqualTo(15);
        assertThat(margherita.get("available_sizes").toString()).isEqualTo("[\"small\",\"medium\",\"large\"]");
        assertThat(margherita.get("is_seasonal").toString()).isEqualTo("false");
        assertThat(menu.valueStream()
                        .filter(item -> item.get("category").asString().equals("pizza")))
                .allSatisfy(item ->
                        assertThat(item.get("available_toppings").toString()).contains("extra_cheese"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10",
        "?category=, 10",
        "?category=pizza, 6",
        "?category=pizza&include_seasonal=false, 5",
        "?category=appetizers, 2",
        "?category=drinks, 2",
        "?include_seasonal=false, 9",
    })
    void the_menu_is_filtered(String query, int items) {
        assertThat(anyone.get("/api/menu" + query).json()).hasSize(items);
    }
}
