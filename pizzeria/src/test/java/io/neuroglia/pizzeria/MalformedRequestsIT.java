package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request that the pizzeria understands, and how it says so without saying too much. */
@RunsPizzeria
class MalformedRequestsIT {
    private final RunningPizzeria pizzeria;
    private final Client anyone;

    MalformedRequestsIT(RunningPizzeria pizzeria) {
        this.pizzeria = pizzeria;
        anyone = pizzeria.anyone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_name | 5",
                "customer_name | true",
                "customer_name | [\"John\"]",
                "customer_phone | 5550123",
                "pizza_items | \"margherita\"",
                "pizza_items | {}",
                "pizza_items | [5]",
                "pizza_items | [{\"pizza_id\": \"margherita\", \"size\": \"large\", \"toppings\": \"ham\"}]",
                "payment_method | 1",
            })
    void a_wrong_type_is_refused_not_converted(String field, String value) {
        Answer refusal =
                anyone.post("/api/orders", OrderText.seed().with(field, value).json());

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors()).singleElement().asString().startsWith(field);
        assertThatNothingLeaks(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "5", "\"order\"", "{", "{\"customer_name\": \"John\"", "{}{}", "{'a': 1}"})
    void a_body_that_is_no_order_is_refused(String body) {
        Answer refusal = anyone.post("/api/orders", body);

        assertThat(refusal.status()).isEqualTo(400);
        assertThatNothingLeaks(refusal);
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        String order = OrderText.seed().json();

        Answer refusal = anyone.post("/api/orders", "{\"customer_name\": \"Jane\"," + order.substring(1));

        assertThat(refusal.status()).isEqualTo(400);
        assertThatNothingLeaks(refusal);
    }

    @Test
    void a_body_over_256_kibibytes_is_refused() {
        String order = OrderText.seed().json();

        Answer largest = anyone.post("/api/orders", order + " ".repeat(256 * 1024 - order.length()));
        Answer tooLarge = anyone.post("/api/orders", order + " ".repeat(256 * 1024 - order.length() + 1));

        assertThat(largest.status()).isEqualTo(201);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThatNothingLeaks(tooLarge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"20\"", "20.5", "true", "99999999999", "1e400", "null"})
    void a_cooking_time_is_a_whole_number(String minutes) {
        Answer refusal = pizzeria.luigi()
                .put(
                        "/api/orders/4711/cook",
                        "{\"kitchen_staff_id\": \"s\", \"estimated_cooking_time_minutes\": " + minutes + "}");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors()).singleElement().asString().startsWith("estimated_cooking_time_minutes");
        assertThatNothingLeaks(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/menu?category=desserts, 'category: Category must be pizza, appetizers or drinks'",
        "/api/menu?include_seasonal=maybe, include_seasonal: must be true or false",
        "/api/orders/4711?include_pizza_details=2, include_pizza_details: must be true or false",
    })
    void a_parameter_that_makes_no_sense_is_refused(String path, String error) {
        Answer refusal = anyone.get(path);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors()).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404",
        "GET, /nothing, 404",
        "GET, /api/orders/4711/cook, 405",
        "DELETE, /api/menu, 405",
        "POST, /api/notifications, 405",
        "PATCH, /api/orders, 405",
    })
    void an_unknown_path_or_a_wrong_method_is_told_also_without_login(String method, String path, int status) {
        Answer refusal = anyone.send(method, path, "{}");

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.header("X-Correlation-Id")).matches("[A-Za-z0-9._-]{1,64}");
        assertThatNothingLeaks(refusal);
    }

    @Test
    void a_wrong_content_type_is_told() {
        Answer refusal = anyone.with("Content-Type", "text/plain")
                .post("/api/orders", OrderText.seed().json());

        assertThat(refusal.status()).isEqualTo(415);
        assertThatNothingLeaks(refusal);
    }

    @Test
    void a_wrong_content_type_is_told_also_where_a_login_would_be_asked() {
        Answer refusal = anyone.with("Content-Type", "text/plain").send("PUT", "/api/orders/4711/cook", "cook it");

        assertThat(refusal.status()).isEqualTo(415);
        assertThatNothingLeaks(refusal);
    }

    private static void assertThatNothingLeaks(Answer refusal) {
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusal.body().toLowerCase(Locale.ROOT))
                .doesNotContain("exception", "io.neuroglia", "java.", "jackson", "spring", "select ", "insert ");
    }
}
