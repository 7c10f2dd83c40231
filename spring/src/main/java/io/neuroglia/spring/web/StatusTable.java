package io.neuroglia.spring.web;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.SuccessKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The one table between kinds of results and HTTP. */
final class StatusTable {
    private StatusTable() {}

    static HttpStatus of(SuccessKind kind) {
        return switch (kind) {
            case OK -> HttpStatus.OK;
            case CREATED -> HttpStatus.CREATED;
            case ACCEPTED -> HttpStatus.ACCEPTED;
            case NO_CONTENT -> HttpStatus.NO_CONTENT;
        };
    }

    static HttpStatus of(FailureKind kind) {
        return switch (kind) {
            case VALIDATION, BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The kind that a status alone means; null for those that only HTTP knows. */
    static @Nullable FailureKind kindOf(HttpStatusCode status) {
        return Arrays.stream(FailureKind.values())
                .filter(kind -> kind != FailureKind.VALIDATION)
                .filter(kind -> of(kind).isSameCodeAs(status))
                .findFirst()
                .orElse(null);
    }

    /** What clients may tell kinds of problems apart by; it never changes. */
    static String typeOf(@Nullable FailureKind kind) {
        return kind == null
                ? "about:blank"
                : "urn:neuroglia:problem:"
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String titleOf(@Nullable FailureKind kind, HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return kind == FailureKind.VALIDATION
                ? "Validation Failed"
                : known == null ? "HTTP " + status.value() : known.getReasonPhrase();
    }
}
