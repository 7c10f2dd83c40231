package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.result.FailureKind;
import io.neuroglia.spring.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What controllers answer as a result reaches the client with the right status. */
@HttpTest
class ResultsOverHttpIT {
    private final Client client;

    ResultsOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @CsvSource({"ok, 200", "created, 201", "accepted, 202"})
    void a_success_has_the_status_of_its_kind_and_its_data(String kind, int status) {
        Answer answer = client.get("/results/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"order_id\":\"o1\",\"total_amount\":\"16.89\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results/no-content", "/entities/no-content"})
    void a_success_without_data_has_no_body(String path) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_type_of_a_lists_elements_is_not_lost() {
        Answer answer = client.get("/results/shapes");

        assertThat(answer.body()).isEqualTo("[{\"kind\":\"round\",\"radius\":2}]");
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_has_the_status_of_its_kind(FailureKind kind) {
        Answer answer = client.get("/results/failures/" + kind);

        assertProblem(answer, StatusTable.of(kind).value(), "Refused because of " + kind);
        assertThat(answer.text("/type")).isEqualTo(StatusTable.typeOf(kind));
        assertThat(answer.json().has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results/rich", "/entities/rich", "/async/future/failure", "/async/future/entity"})
    void a_problem_is_written_alike_however_it_is_answered(String path) {
        Answer answer = client.get(path);

        assertProblem(answer, 400, "Unknown size");
        assertThat(answer.text("/title")).isEqualTo("Validation Failed");
        assertThat(answer.json().at("/errors").toString())
                .isEqualTo("[{\"field\":\"pizza_items[0].size\",\"message\":\"Unknown size\"},"
                        + "{\"field\":\"\",\"message\":\"Too much at once\"}]");
        assertThat(answer.json().at("/orderLimit").asInt()).isEqualTo(50);
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "type", "title", "status", "detail", "instance", "correlation_id", "errors", "orderLimit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results/rich", "/entities/rich"})
    void the_pause_before_another_attempt_is_rounded_up_to_seconds(String path) {
        assertThat(client.get(path).header("Retry-After")).isEqualTo("2");
    }

    @Test
    void what_was_created_has_an_address() {
        Answer answer = client.get("/entities/created");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/orders/o1");
        assertThat(answer.text("/order_id")).isEqualTo("o1");
    }

    @Test
    void what_existed_before_gets_no_address() {
        Answer answer = client.get("/entities/existing");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void other_response_entities_stay_as_they_are() {
        Answer answer = client.get("/entities/plain");

        assertThat(answer.status()).isEqualTo(203);
        assertThat(answer.header("X-Own")).isEqualTo("kept");
        assertThat(answer.body()).isEqualTo("{\"plain\":\"entity\"}");
    }

    @Test
    void a_controller_that_answers_null_is_a_defect() {
        assertProblem(client.get("/results/null"), 500, FailuresOverHttpIT.APOLOGY);
    }

    @Test
    void a_response_entity_around_a_result_is_a_defect_rather_than_a_success() {
        assertProblem(client.get("/entities/nested"), 500, FailuresOverHttpIT.APOLOGY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async/events", "/async/events/entity", "/async/events/endless"})
    void server_sent_events_are_left_alone(String path) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.body()).isEqualTo("data:one\n\n");
    }

    @Test
    void a_failure_is_a_problem_document_whatever_the_client_accepts() {
        Answer answer = client.get("/results/failures/NOT_FOUND", "Accept", "text/csv");

        assertProblem(answer, 404, "Refused because of NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"future, 201", "callable, 200", "deferred, 200"})
    void a_result_may_come_later(String way, int status) {
        Answer answer = client.get("/async/" + way);

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void a_trailing_slash_changes_nothing_for_a_result_that_comes_later() {
        Answer answer = client.get("/async/future/");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/from")).isEqualTo("future");
    }
}
