package io.neuroglia.spring.web;

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

/** What is wrong with the line, the parameters and the headers of a request is told to the client. */
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
