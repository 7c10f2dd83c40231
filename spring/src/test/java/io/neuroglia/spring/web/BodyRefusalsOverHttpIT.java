package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong with the body of a request is told in the client's own names. */
@HttpTest
class BodyRefusalsOverHttpIT {
    private final Client client;

    BodyRefusalsOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"pizza_items\": [{\"amount\": \"2\"}]} | pizza_items[0].amount | must be a whole number",
                "{\"pizza_items\": [{\"amount\": 2.5}]} | pizza_items[0].amount | must be a whole number",
                "{\"pizza_items\": [{\"amount\": null}]} | pizza_items[0].amount | must not be null",
                "{\"pizza_items\": [{}]} | pizza_items[0].amount | is required",
                "{\"pizza_items\": [{\"amount\": 99999999999}]} | pizza_items[0].amount | is out of range",
                "{\"pizza_items\": [{\"size\": \"huge\"}]} | pizza_items[0].size | must be one of small, large",
                "{\"pizza_items\": [{\"size\": \"\"}]} | pizza_items[0].size | must be one of small, large",
                "{\"pizza_items\": [{\"size\": 1}]} | pizza_items[0].size | must be one of small, large",
                "{\"pizza_items\": [\"margherita\"]} | pizza_items[0] | must be an object",
                "{\"pizza_items\": {}} | pizza_items | must be a list",
                "{\"pizza_items\": \"\"} | pizza_items | must be a list",
                "{\"customer_name\": 7} | customer_name | must be a string",
                "{\"customer_name\": true} | customer_name | must be a string",
                "{\"customer_name\": {}} | customer_name | must be a string",
                "{\"express\": \"true\"} | express | must be true or false",
                "{\"gift\": 1} | gift | must be true or false",
                "{\"rating\": \"4.5\"} | rating | must be a number",
                "{\"day\": \"tomorrow\"} | day | must be a date such as 2026-01-31",
                "{\"day\": 20000} | day | must be a date such as 2026-01-31",
                "{\"ready_at\": \"soon\"} | ready_at | must be a date and time such as 2026-01-31T18:30:00Z",
                "{\"reference\": \"r1\"} | reference | must be a UUID",
                "{\"payment\": []} | payment | must be an object",
                "{\"payment\": \"\"} | payment | must be an object",
                "{\"payment\": {\"amount\": \"much\"}} | payment.amount | is not valid",
                "{\"extras\": {\"olives\": \"many\"}} | extras.olives | must be a whole number"
            })
    void a_value_of_a_wrong_type_is_named_by_its_path(String json, String field, String message) {
        Answer answer = client.post("/orders", json);

        assertProblem(answer, 400, field + " " + message);
        assertThat(answer.json().at("/errors")).hasSize(1);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void a_body_of_a_wrong_type_has_no_path() {
        Answer answer = client.post("/orders", "[]");

        assertProblem(answer, 400, "The request body must be an object.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"customer_name\" | The request body is not well-formed JSON (line 1, column 17).",
                "{\"customer_name\": 'x'} | The request body is not well-formed JSON (line 1, column 19).",
                "{\"day\": null, \"day\": null} | The request body names a key twice (line 1, column 20).",
                "{} {} | The request body holds more than one JSON value.",
                "null | The request body is missing.",
                "`` | The request body is missing."
            })
    void a_malformed_body_is_told_by_its_position(String json, String detail) {
        assertProblem(client.post("/orders", json), 400, detail);
    }

    @Test
    void unknown_fields_are_ignored() {
        Answer answer = client.post("/orders", "{\"customer_name\": \"Toad\", \"newer\": true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/customer_name")).isEqualTo("Toad");
    }

    @Test
    void a_class_of_the_application_refuses_in_its_own_words() {
        assertProblem(
                client.post("/orders", "{\"payment\": {\"amount\": \"worthless\"}}"), 422, "This is worth nothing.");
        assertProblem(
                client.post("/orders", "{\"payment\": {\"amount\": \"unavailable\"}}"),
                503,
                "The database cannot be reached. Please try again later.");
    }

    @Test
    void a_body_that_spring_validates_is_told_with_names_of_the_wire() {
        Answer one = client.post("/valid", "{\"first_name\": \" \"}");
        Answer many = client.post("/valid-list", "[{\"first_name\": \"a\"}, {}]");

        assertProblem(one, 400, "A name is required");
        assertThat(one.text("/errors/0/field")).isEqualTo("first_name");
        assertProblem(many, 400, "A name is required");
        assertThat(many.text("/errors/0/field")).isEqualTo("[1].first_name");
    }
}
