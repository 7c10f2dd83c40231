package io.neuroglia.spring.web;

import static io.neuroglia.spring.web.Client.basic;
import static io.neuroglia.spring.web.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Spring Security refuses looks like everything else. */
@HttpTest
class SecurityOverHttpIT {
    private final Client client;

    SecurityOverHttpIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded/any", "/guarded/staff", "/guarded/staff/", "/guarded/method", "/guarded/method/"})
    void who_is_not_logged_in_is_asked_to(String path) {
        Answer answer = client.get(path);

        assertProblem(answer, 401, "Please log in to do this.");
        assertThat(answer.text("/type")).isEqualTo("urn:neuroglia:problem:unauthorized");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"Test \\\"realm\\\"\", charset=\"UTF-8\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded/staff", "/guarded/staff/", "/guarded/method", "/guarded/method/"})
    void who_lacks_the_role_is_told_so(String path) {
        Answer answer = client.get(path, basic("mario", "secret"));

        assertProblem(answer, 403, "You may not do this.");
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded/any", "/guarded/staff", "/guarded/staff/", "/guarded/method", "/guarded/method/"})
    void who_has_the_role_gets_through(String path) {
        assertThat(client.get(path, basic("luigi", "secret")).status()).isEqualTo(200);
    }

    @Test
    void wrong_credentials_are_not_accepted() {
        Answer answer = client.get("/guarded/any", basic("luigi", "guess"));

        assertProblem(answer, 401, "These credentials are not accepted.");
    }

    @Test
    void accounts_that_cannot_be_read_are_no_wrong_password() {
        Answer answer = client.get("/guarded/any", basic("unreadable", "secret"));

        assertProblem(answer, 503, "The database cannot be reached. Please try again later.");
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @Test
    void an_application_may_refuse_a_login_for_its_own_reason() {
        Answer answer = client.get("/guarded/any", basic("hasty", "secret"));

        assertProblem(answer, 429, "Too many failed logins.");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded/caller", "/guarded/caller/later"})
    void the_work_for_a_request_knows_who_asked(String path) {
        assertThat(client.get(path, basic("luigi", "secret")).text("/caller")).isEqualTo("luigi");
    }

    @Test
    void without_a_login_nobody_asked() {
        assertThat(client.get("/caller").text("/caller")).isEqualTo("nobody");
    }
}
