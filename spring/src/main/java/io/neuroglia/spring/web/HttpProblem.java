package io.neuroglia.spring.web;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A problem in HTTP's terms.
 *
 * @param kind null for what only HTTP knows, such as a method that is not allowed
 * @param errors with their fields in the names on the wire
 * @param headers to be sent along
 */
record HttpProblem(
        @Nullable FailureKind kind,
        HttpStatusCode status,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extensions,
        HttpHeaders headers) {

    static HttpProblem of(Problem problem, FieldNames names) {
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfter().ifPresent(delay -> headers.set(HttpHeaders.RETRY_AFTER, seconds(delay)));
        return new HttpProblem(
                problem.kind(),
                StatusTable.of(problem.kind()),
                problem.message(),
                names.onWire(problem.errors()),
                problem.extensions(),
                headers);
    }

    static HttpProblem of(HttpStatusCode status, String detail) {
        return new HttpProblem(StatusTable.kindOf(status), status, detail, List.of(), Map.of(), HttpHeaders.EMPTY);
    }

    /** One input is to blame; its name is the one on the wire. */
    static HttpProblem ofField(String field, String message) {
        return ofFields(field.isEmpty() ? message : field + " " + message, List.of(new FieldError(field, message)));
    }

    static HttpProblem ofFields(String detail, List<FieldError> errors) {
        return new HttpProblem(
                FailureKind.VALIDATION, HttpStatus.BAD_REQUEST, detail, errors, Map.of(), HttpHeaders.EMPTY);
    }

    HttpProblem with(HttpHeaders more) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(more);
        return new HttpProblem(kind, status, detail, errors, extensions, all);
    }

    /** Whole seconds, rounded up, because zero would mean at once. */
    static String seconds(Duration delay) {
        return String.valueOf(delay.plusNanos(999_999_999).toSeconds());
    }
}
