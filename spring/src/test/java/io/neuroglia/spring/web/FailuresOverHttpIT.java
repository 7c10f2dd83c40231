package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes wrong inside is answered without a word of the inside. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class FailuresOverHttpIT {
    static final String APOLOGY = "Sorry, we're having technical difficulties. Please try again.";

    private final Client client;

    FailuresOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/failing/defect",
                "/failing/checked",
                "/failing/error",
                "/failing/unwritable",
                "/async/future/defect",
                "/results/ok?filter=defect"
            })
    void a_defect_is_answered_without_details(String path) {
        assertProblem(client.get(path), 500, APOLOGY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/failing/defect", "/async/future/defect", "/results/ok?filter=defect"})
    void a_defect_is_logged_once_with_its_correlation_id(String path, CapturedOutput output) {
        String id = "logged-once-" + path.hashCode();

        client.get(path, "X-Correlation-Id", id);

        assertThat(output.getOut().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement()
                .asString()
                .contains(id);
        assertThat(output.getOut()).containsOnlyOnce("IllegalStateException: select secret");
    }

    @Test
    void a_stream_of_events_that_has_lasted_its_time_is_not_worth_a_line(CapturedOutput output) {
        client.get("/async/events/endless");

        assertThat(output.getOut()).doesNotContain("ERROR", "WARN");
    }

    @Test
    void a_path_with_personal_data_is_not_logged(CapturedOutput output) {
        client.get("/failing/defect");

        assertThat(output.getOut()).contains("GET /failing/{way} failed").doesNotContain("/failing/defect");
    }

    @Test
    void an_unreachable_database_is_unavailable() {
        assertProblem(
                client.get("/failing/unavailable"), 503, "The database cannot be reached. Please try again later.");
    }

    @Test
    void a_duplicate_is_a_conflict() {
        assertProblem(client.get("/failing/duplicate"), 409, "This exists already.");
    }

    @Test
    void an_exception_may_carry_its_own_status() {
        assertProblem(client.get("/failing/annotated"), 410, "It was here once.");
        assertProblem(client.get("/failing/status"), 502, "The gateway is down.");
    }

    @Test
    void an_exception_handler_of_the_application_comes_first() {
        Answer answer = client.get("/failing/own");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/handled")).isEqualTo("by the application");
    }

    @Test
    void what_a_filter_refuses_with_a_status_is_a_problem_document() {
        Answer answer = client.get("/results/ok?filter=status");

        assertProblem(answer, 418, "The request cannot be processed as it is.");
        assertThat(answer.text("/type")).isEqualTo("about:blank");
    }

    @Test
    void the_error_page_itself_is_nothing_to_ask_for() {
        assertProblem(client.get("/error"), 404, "There is nothing at this address.");
    }

    @Test
    void a_result_that_does_not_come_in_time_is_unavailable() {
        assertProblem(
                client.get("/async/timeout"),
                503,
                "The request could not be answered in time. Please try again later.");
    }
}
