package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.spring.web.Client.Answer;

/** What holds for every problem document. */
final class ProblemAssertions {
    private ProblemAssertions() {}

    static Answer assertProblem(Answer answer, int status, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.text("/detail")).isEqualTo(detail);
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/type")).isNotBlank();
        assertThat(answer.text("/instance")).isEqualTo(pathWithoutTrailingSlash(answer));
        assertThat(answer.text("/correlation_id")).isNotBlank().isEqualTo(answer.header("X-Correlation-Id"));
        assertLeaksNothing(answer);
        return answer;
    }

    static void assertLeaksNothing(Answer answer) {
        assertThat(answer.body())
                .doesNotContainIgnoringCase("secret", "exception", "io.neuroglia.", "java.", "tools.jackson", "tomcat")
                .doesNotContain("/var/lib", "select ");
    }

    private static String pathWithoutTrailingSlash(Answer answer) {
        String path = answer.response().request().uri().getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
