package io.neuroglia.spring.web;

import io.neuroglia.result.Problem;
import io.neuroglia.spring.internal.ExceptionOutcomes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every problem document of the application, so that a client cannot tell whether a filter, the security, the
 * framework or a handler refused. Thread-safe.
 *
 * @since 0.1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details</a>
 */
public final class ProblemRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemRenderer.class);

    private final JsonMapper mapper;
    private final FieldNames names;
    private final String internalErrorMessage;

    ProblemRenderer(JsonMapper mapper, String internalErrorMessage) {
        this.mapper = mapper;
        this.names = new FieldNames(mapper);
        this.internalErrorMessage = internalErrorMessage;
    }

    /**
     * The renderer of the application that a request is for, for filters that are no beans.
     *
     * @param request any request of the application
     * @return its renderer
     * @throws IllegalStateException if the application has no web edge
     */
    public static ProblemRenderer of(HttpServletRequest request) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(ProblemRenderer.class);
    }

    /**
     * Answers a problem.
     *
     * @param problem the reason for the refusal; fields are named as in Java
     * @param request the request that is refused
     * @param response to be written, not committed yet
     * @throws IOException if the client is gone
     */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(HttpProblem.of(problem, names), request, response);
    }

    /**
     * Answers a refusal that only HTTP knows.
     *
     * @param status an error's status
     * @param detail what happened, for the caller's eyes
     * @param request the request that is refused
     * @param response to be written, not committed yet
     * @throws IOException if the client is gone
     */
    public void write(HttpStatusCode status, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(HttpProblem.of(status, detail), request, response);
    }

    /**
     * Answers an exception: with the outcome it means, or as a defect of ours, which is logged with its stack trace while
     * the caller learns nothing but the correlation id.
     *
     * @param exception what was thrown
     * @param request the request that failed
     * @param response to be written, not committed yet
     * @throws IOException if the client is gone
     */
    public void write(Throwable exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Problem> outcome = ExceptionOutcomes.problemOf(exception);
        write(
                outcome.map(problem -> HttpProblem.of(problem, names)).orElseGet(() -> defect(exception, request)),
                request,
                response);
    }

    void write(HttpProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] document = mapper.writeValueAsBytes(document(problem, request));
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> setHeader(response, name, values));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
        response.flushBuffer();
    }

    /** A defect whose exception is in the log already. */
    HttpProblem loggedDefect() {
        return HttpProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, internalErrorMessage);
    }

    FieldNames names() {
        return names;
    }

    /** Logs the matched pattern rather than the path, which may hold personal data. */
    private HttpProblem defect(Throwable exception, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error(
                "{} {} failed; correlation id {}",
                request.getMethod(),
                pattern == null ? "outside of any handler" : pattern,
                CorrelationIdFilter.correlationId(request).orElse("unknown"),
                exception);
        return loggedDefect();
    }

    private static Map<String, Object> document(HttpProblem problem, HttpServletRequest request) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", StatusTable.typeOf(problem.kind()));
        document.put("title", StatusTable.titleOf(problem.kind(), problem.status()));
        document.put("status", problem.status().value());
        document.put("detail", problem.detail());
        document.put("instance", ErrorDispatch.path(request));
        CorrelationIdFilter.correlationId(request).ifPresent(id -> document.put("correlation_id", id));
        if (!problem.errors().isEmpty()) {
            document.put(
                    "errors",
                    problem.errors().stream()
                            .map(error -> errorOf(error.field(), error.message()))
                            .toList());
        }
        problem.extensions().forEach(document::putIfAbsent);
        return document;
    }

    private static Map<String, String> errorOf(String field, String message) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", field);
        error.put("message", message);
        return error;
    }

    private static void setHeader(HttpServletResponse response, String name, List<String> values) {
        boolean describesAnotherBody =
                name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) || name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
        if (!describesAnotherBody) {
            response.setHeader(name, null);
            values.forEach(value -> response.addHeader(name, value));
        }
    }
}
