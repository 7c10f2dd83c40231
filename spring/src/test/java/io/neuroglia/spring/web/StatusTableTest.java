package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.SuccessKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class StatusTableTest {
    @ParameterizedTest
    @CsvSource({
        "VALIDATION, 400, Validation Failed, urn:neuroglia:problem:validation",
        "BAD_REQUEST, 400, Bad Request, urn:neuroglia:problem:bad-request",
        "UNAUTHORIZED, 401, Unauthorized, urn:neuroglia:problem:unauthorized",
        "FORBIDDEN, 403, Forbidden, urn:neuroglia:problem:forbidden",
        "NOT_FOUND, 404, Not Found, urn:neuroglia:problem:not-found",
        "CONFLICT, 409, Conflict, urn:neuroglia:problem:conflict",
        "UNPROCESSABLE, 422, Unprocessable Content, urn:neuroglia:problem:unprocessable",
        "TOO_MANY_REQUESTS, 429, Too Many Requests, urn:neuroglia:problem:too-many-requests",
        "INTERNAL, 500, Internal Server Error, urn:neuroglia:problem:internal",
        "UNAVAILABLE, 503, Service Unavailable, urn:neuroglia:problem:unavailable"
    })
    void a_failure_has_one_status_title_and_type(FailureKind kind, int status, String title, String type) {
        assertThat(StatusTable.of(kind).value()).isEqualTo(status);
        assertThat(StatusTable.titleOf(kind, StatusTable.of(kind))).isEqualTo(title);
        assertThat(StatusTable.typeOf(kind)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"OK, 200", "CREATED, 201", "ACCEPTED, 202", "NO_CONTENT, 204"})
    void a_success_has_one_status(SuccessKind kind, int status) {
        assertThat(StatusTable.of(kind).value()).isEqualTo(status);
    }

    @Test
    void a_status_means_the_kind_that_has_it() {
        assertThat(Arrays.stream(FailureKind.values()).filter(kind -> kind != FailureKind.VALIDATION))
                .allSatisfy(kind ->
                        assertThat(StatusTable.kindOf(StatusTable.of(kind))).isEqualTo(kind));
    }

    @Test
    void a_status_that_only_http_knows_has_no_kind() {
        assertThat(StatusTable.kindOf(HttpStatus.METHOD_NOT_ALLOWED)).isNull();
        assertThat(StatusTable.typeOf(null)).isEqualTo("about:blank");
    }
}
