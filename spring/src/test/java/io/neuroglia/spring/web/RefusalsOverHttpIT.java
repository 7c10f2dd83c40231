package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.ProblemAssertions.assertLeaksNothing;
import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client does wrong is answered with what is wrong, in the client's words. */
@HttpTest
class RefusalsOverHttpIT {
    private final int port;
    private final Client client;

    RefusalsOverHttpIT(@LocalServerPort int port) {
        this.port = port;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/queue/x?max_items=1 | index | must be a whole number | index must be a whole number",
                "/queue/1?max_items=many | max_items | must be a whole number | max_items must be a whole number",
                "/queue/1?max_items=1&size=huge | size | must be one of small, large | size must be one of small,"
                        + " large",
                "/queue/1?max_items=1&date=soon | date | must be a date such as 2026-01-31"
                        + " | date must be a date such as 2026-01-31",
                "/queue/1 | max_items | is required | max_items is required",
                "/header | X-Wanted | is required | X-Wanted is required",
                "/form?maxItems=10 | maxItems | Too many | Too many",
                "/form?maxItems=many | maxItems | must be a whole number | must be a whole number"
            })
    void a_parameter_that_is_wrong_is_named(String path, String field, String message, String detail) {
        Answer answer = client.get(path);

        assertProblem(answer, 400, detail);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void a_parameter_that_breaks_a_constraint_is_named() {
        Answer answer = client.get("/queue/1?max_items=1001");

        assertProblem(answer, 400, "At most 1000");
        assertThat(answer.text("/errors/0/field")).isEqualTo("max_items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue/1?max_items=%zz", "/queue/1?max_items=%ff", "/nowhere?x=%zz"})
    void a_parameter_that_cannot_be_decoded_is_refused(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"detail\":\"The parameters of the request cannot be decoded.\"");
    }

    @Test
    void a_form_that_cannot_be_decoded_is_refused() {
        Answer answer = client.send(
                "POST", "/text", BodyPublishers.ofString("a=%zz"), "Content-Type", "application/x-www-form-urlencoded");

        assertProblem(answer, 400, "The parameters of the request cannot be decoded.");
    }

    @Test
    void an_unknown_path_is_not_found() {
        Answer answer = client.get("/nowhere/at/all");

        assertProblem(answer, 404, "There is nothing at this address.");
        assertThat(answer.text("/type")).isEqualTo("urn:neuroglia:problem:not-found");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        Answer answer =
                client.send("PUT", "/orders", BodyPublishers.ofString("{}"), "Content-Type", "application/json");

        assertProblem(answer, 405, "This address does not support the method of the request. Use POST.");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.text("/title")).isEqualTo("Method Not Allowed");
    }

    @Test
    void a_wrong_content_type_is_told_the_right_one() {
        Answer answer = client.send("POST", "/orders", BodyPublishers.ofString("<order/>"), "Content-Type", "text/xml");

        assertProblem(answer, 415, "The media type of the request body is not supported. Send application/json.");
    }

    @Test
    void an_answer_that_the_client_does_not_accept_is_refused() {
        Answer answer = client.get("/slashed", "Accept", "image/png");

        assertProblem(answer, 406, "The answer cannot be given in a media type that the request accepts.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slashed", "/slashed/"})
    void a_trailing_slash_makes_no_difference(String path) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/path")).isEqualTo("found");
    }

    @Test
    void a_problem_is_the_same_document_for_a_head_request_without_its_body() {
        Answer answer = client.send("HEAD", "/nowhere", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a%2fb HTTP/1.1", "GET /a\\b HTTP/1.1", "NONSENSE", "GET / HTTP/9.9"})
    void what_the_server_refuses_itself_says_nothing_of_the_server(String requestLine) throws IOException {
        String answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("tomcat", "exception", "org.apache");
    }

    @Test
    void a_well_formed_request_shows_that_raw_ones_arrive() throws IOException {
        String answer = raw("GET /slashed HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("{\"path\":\"found\"}");
    }

    @Test
    void no_refusal_leaks_what_the_client_did_not_send() {
        assertLeaksNothing(client.post("/orders", "{\"pizza_items\": [[[]]]}"));
        assertLeaksNothing(client.send("POST", "/form", BodyPublishers.ofString("a=b"), "Content-Type", "x/y"));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
