package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies over 256 KiB are refused, whether or not they say how long they are. */
@HttpTest
class BodyLimitOverHttpIT {
    private static final int LIMIT = 256 * 1024;
    private static final String REFUSAL = "The request body is too large; at most 256 KiB are accepted.";

    private final Client client;

    BodyLimitOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text/"})
    void a_body_of_the_greatest_size_is_taken(String path) {
        byte[] body = body(LIMIT);

        assertThat(post(path, BodyPublishers.ofByteArray(body)).body()).isEqualTo(String.valueOf(LIMIT));
        assertThat(post(path, chunked(body)).body()).isEqualTo(String.valueOf(LIMIT));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2 * LIMIT, 20 * LIMIT, 80 * LIMIT})
    void a_body_that_says_it_is_larger_is_refused(int length) {
        assertProblem(post("text", BodyPublishers.ofByteArray(body(length))), 413, REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2 * LIMIT, 20 * LIMIT, 80 * LIMIT})
    void a_body_that_turns_out_larger_is_refused(int length) {
        assertProblem(post("text", chunked(body(length))), 413, REFUSAL);
    }

    @Test
    void json_that_turns_out_too_large_while_it_is_parsed_is_refused() {
        byte[] json = ("{\"customer_name\": \"" + "x".repeat(LIMIT) + "\"}").getBytes(StandardCharsets.UTF_8);

        Answer answer = client.send("POST", "/orders", chunked(json), "Content-Type", "application/json");

        assertProblem(answer, 413, REFUSAL);
    }

    @Test
    void a_form_that_turns_out_too_large_is_refused() {
        byte[] form = ("a=" + "x".repeat(LIMIT)).getBytes(StandardCharsets.UTF_8);

        Answer answer =
                client.send("POST", "/text", chunked(form), "Content-Type", "application/x-www-form-urlencoded");

        assertProblem(answer, 413, REFUSAL);
    }

    @Test
    void a_refusal_leaves_the_server_and_the_client_ready_for_the_next_request() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(post("text", chunked(body(2 * LIMIT))).status()).isEqualTo(413);
            assertThat(post("text", BodyPublishers.ofByteArray(body(2 * LIMIT))).status())
                    .isEqualTo(413);
            assertThat(post("text", BodyPublishers.ofString("small")).body()).isEqualTo("5");
        }
    }

    private Answer post(String path, BodyPublisher body) {
        return client.send("POST", "/" + path, body, "Content-Type", "text/plain");
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static byte[] body(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.UTF_8);
    }
}
