package io.neuroglia.spring.web.security;

import io.neuroglia.result.FailureKind;
import io.neuroglia.result.Problem;
import io.neuroglia.result.ProblemSource;
import io.neuroglia.spring.web.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers 401 as a problem document and invites HTTP Basic. An {@link AuthenticationException} that is a
 * {@link ProblemSource} is answered with its own problem, such as too many attempts; when the accounts could not be read,
 * that is answered instead: an unreachable database is no wrong password. Thread-safe.
 *
 * @since 0.1
 */
public final class ProblemAuthenticationEntryPoint implements AuthenticationEntryPoint {
    private static final Problem LOG_IN = Problem.of(FailureKind.UNAUTHORIZED, "Please log in to do this.");
    private static final Problem REFUSED = Problem.of(FailureKind.UNAUTHORIZED, "These credentials are not accepted.");

    private final String challenge;

    /**
     * An entry point for HTTP Basic.
     *
     * @param realm what the login is for, shown by browsers
     */
    public ProblemAuthenticationEntryPoint(String realm) {
        String quoted =
                Objects.requireNonNull(realm, "realm").replace("\\", "\\\\").replace("\"", "\\\"");
        challenge = "Basic realm=\"" + quoted + "\", charset=\"UTF-8\"";
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
            throws IOException {
        ProblemRenderer renderer = ProblemRenderer.of(request);
        if (authException instanceof ProblemSource source) {
            answer(source.problem(), request, response);
        } else if (authException instanceof AuthenticationServiceException && authException.getCause() != null) {
            renderer.write(authException.getCause(), request, response);
        } else {
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            answer(tried ? REFUSED : LOG_IN, request, response);
        }
    }

    private void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.kind() == FailureKind.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        ProblemRenderer.of(request).write(problem, request, response);
    }
}
