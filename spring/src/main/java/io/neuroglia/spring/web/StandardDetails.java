package io.neuroglia.spring.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Words for a status of which nothing more is known. */
final class StandardDetails {
    private StandardDetails() {}

    static String of(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case UNAUTHORIZED -> "Please log in to do this.";
            case FORBIDDEN -> "You may not do this.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not support the method of the request.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in a media type that the request accepts.";
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case CONTENT_TOO_LARGE -> "The request is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "The media type of the request body is not supported.";
            case SERVICE_UNAVAILABLE -> "The request could not be answered in time. Please try again later.";
            case null -> "The request was refused.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be processed as it is."
                        : "The request could not be answered.";
        };
    }
}
