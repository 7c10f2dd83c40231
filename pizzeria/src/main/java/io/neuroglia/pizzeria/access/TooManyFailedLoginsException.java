package io.neuroglia.pizzeria.access;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A login was not even tried, because too many before it failed. */
final class TooManyFailedLoginsException extends AuthenticationException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyFailedLoginsException(Duration retryAfter) {
        super("Too many failed logins. Please try again later.");
        this.retryAfter = retryAfter;
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.TOO_MANY_REQUESTS, "Too many failed logins. Please try again later.")
                .withRetryAfter(retryAfter);
    }
}
