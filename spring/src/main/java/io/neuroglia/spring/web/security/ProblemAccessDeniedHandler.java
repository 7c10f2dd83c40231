package io.neuroglia.spring.web.security;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.spring.web.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers 403 as a problem document. Thread-safe.
 *
 * @since 0.1
 */
public final class ProblemAccessDeniedHandler implements AccessDeniedHandler {
    private static final Problem DENIED = Problem.of(FailureKind.FORBIDDEN, "You may not do this.");

    /** A handler; it needs no settings. */
    public ProblemAccessDeniedHandler() {}

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        ProblemRenderer.of(request).write(DENIED, request, response);
    }
}
