package io.neuroglia.spring.web;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** An application's own reason to refuse a login. */
final class TooManyAttemptsException extends AccountStatusException implements ProblemSource {
    private static final long serialVersionUID = 1L;

    TooManyAttemptsException() {
        super("too many attempts");
    }

    @Override
    public Problem problem() {
        return Problem.of(FailureKind.TOO_MANY_REQUESTS, "Too many failed logins.")
                .withRetryAfter(Duration.ofMillis(1500));
    }
}
