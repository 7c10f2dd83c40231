package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the pizzeria does not take, and how it says so. */
@RunsPizzeria
class RefusalsIT {
    private final RunningPizzeria pizzeria;
    private final Client anyone;

    RefusalsIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        anyone = pizzeria.anyone();
    }

    @Test
    void a_refusal_is_a_problem_document() {
        Answer refusal = anyone.with("X-Correlation-Id", "my.conversation_1")
                .post(
                        "/api/orders",
                        OrderText.seed().with("customer_phone", "\"12\"").json());

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusal.header("X-Correlation-Id")).isEqualTo("my.conversation_1");
        JsonNode problem = refusal.json();
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("type").isString()).isTrue();
        assertThat(problem.get("title").isString()).isTrue();
        assertThat(problem.get("detail").asString()).isEqualTo("Valid phone number required");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/orders");
        assertThat(problem.get("correlation_id").asString()).isEqualTo("my.conversation_1");
        assertThat(refusal.errors()).containsExactly("customer_phone: Valid phone number required");
    }

    @Test
    void all_errors_are_told_at_once_in_the_wires_names() {
        Answer refusal = anyone.post("/api/orders", """
            {"customer_name": " ", "pizza_items": [null, {"pizza_id": "margherita", "size": "huge"}],
             "payment_method": "shells", "order_source": ""}\
            """);

        assertThat(refusal.detail()).isEqualTo("Customer name is required");
        assertThat(refusal.errors())
                .containsExactly(
                        "customer_name: Customer name is required",
                        "customer_phone: Valid phone number required",
                        "customer_address: Customer address is required",
                        "pizza_items[0].pizza_id: Pizza id is required",
                        "pizza_items[0].size: Size must be small, medium or large",
                        "pizza_items[1].size: Size must be small, medium or large",
                        "payment_method: Payment method must be cash, credit_card or debit_card",
                        "order_source: Order source must be web, phone or mobile_app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | Order must contain at least one pizza",
                "null | Order must contain at least one pizza",
                "[{\"pizza_id\":\"calzone\",\"size\":\"large\"}] | One or more pizzas are not available",
                "[{\"pizza_id\":\"margherita\",\"size\":\"large\",\"toppings\":[\"ham\"]}] "
                        + "| Topping ham is not available for Margherita",
                "[{\"pizza_id\":\"margherita\",\"size\":\"large\",\"toppings\":[null]}] | Topping is required",
                "[{\"size\":\"large\"}] | Pizza id is required",
                "[{\"pizza_id\":\"margherita\"}] | Size must be small, medium or large",
                "[{\"pizza_id\":\"margherita\\u0000\",\"size\":\"large\"}] | Pizza id must not contain control"
                        + " characters",
            })
    void pizzas_that_make_no_sense_are_refused(String items, String detail) {
        Answer refusal = anyone.post(
                "/api/orders", OrderText.seed().with("pizza_items", items).json());

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.detail()).isEqualTo(detail);
    }

    @Test
    void fifty_pizzas_are_taken_and_no_more() {
        String item = "{\"pizza_id\": \"margherita\", \"size\": \"small\"}";

        Answer most = anyone.post("/api/orders", withItems(Collections.nCopies(50, item)));
        Answer tooMany = anyone.post("/api/orders", withItems(Collections.nCopies(51, item)));

        assertThat(most.status()).isEqualTo(201);
        assertThat(most.json().get("total_amount").asString()).isEqualTo("519.50");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.detail()).isEqualTo("Order must contain at most 50 pizzas");
    }

    private static String withItems(List<String> items) {
        return OrderText.seed().with("pizza_items", items.toString()).json();
    }

    @ParameterizedTest
    @CsvSource({
        "customer_name, 100, Customer name must have at most 100 characters",
        "customer_address, 200, Customer address must have at most 200 characters",
    })
    void a_text_has_a_limit(String field, int limit, String detail) {
        Answer longest = anyone.post("/api/orders", withText(field, "x".repeat(limit)));
        Answer tooLong = anyone.post("/api/orders", withText(field, "x".repeat(limit + 1)));

        assertThat(longest.status()).isEqualTo(201);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\n", "\\u001b", "\\u007f", "\\ud83c"})
    void a_text_has_no_control_characters(String character) {
        Answer refusal = anyone.post("/api/orders", OrderText.seed().json().replace("John", "John" + character));

        assertThat(refusal.detail()).isEqualTo("Customer name must not contain control characters");
    }

    @Test
    void a_text_may_be_in_any_language() {
        String id = anyone.order(OrderText.seed().with("customer_name", "\"Žofie 李 🍕\""));

        assertThat(anyone.get("/api/orders/" + id + "/status")
                        .json()
                        .get("customer_name")
                        .asString())
                .isEqualTo("Žofie 李 🍕");
    }

    private static String withText(String field, String text) {
        return OrderText.seed().with(field, "\"" + text + "\"").json();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kitchen_staff_id\":\"s\",\"estimated_cooking_time_minutes\":0} | Estimated cooking time must be 1"
                        + " to 600 minutes",
                "{\"kitchen_staff_id\":\"s\",\"estimated_cooking_time_minutes\":601} | Estimated cooking time must be"
                        + " 1 to 600 minutes",
                "{\"kitchen_staff_id\":\"s\"} | Estimated cooking time must be 1 to 600 minutes",
                "{\"estimated_cooking_time_minutes\":20} | Kitchen staff id is required",
                "{\"kitchen_staff_id\":null,\"estimated_cooking_time_minutes\":20} | Kitchen staff id is required",
                "{\"kitchen_staff_id\":\"s\\u0007\",\"estimated_cooking_time_minutes\":20} "
                        + "| Kitchen staff id must not contain control characters",
            })
    void cooking_needs_somebody_and_a_time(String body, String detail) {
        String id = anyone.order(OrderText.seed());

        Answer refusal = pizzeria.luigi().put("/api/orders/" + id + "/cook", body);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.detail()).isEqualTo(detail);
        assertThat(anyone.get("/api/orders/" + id).json().get("status").asString())
                .isEqualTo("pending");
    }
}
