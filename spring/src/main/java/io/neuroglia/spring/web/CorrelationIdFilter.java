package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names the conversation a request belongs to: as the client says, when that is well-formed, else anew. The name goes
 * into the answer, the logging context and the {@link RequestContext}, on every dispatch of the request.
 */
final class CorrelationIdFilter implements Filter {
    static final String HEADER = "X-Correlation-Id";
    static final String LOGGING_KEY = "correlation_id";

    private static final String ATTRIBUTE = CorrelationIdFilter.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The name of the conversation; empty for a request that did not pass the filter. */
    static Optional<String> correlationId(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = idOf((HttpServletRequest) request);
        request.setAttribute(ATTRIBUTE, id);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(LOGGING_KEY, id)) {
            ContextScope.run(RequestContext.correlated(id), () -> chain.doFilter(request, response));
        }
    }

    private static String idOf(HttpServletRequest request) {
        return correlationId(request).orElseGet(() -> offeredOrNew(request.getHeader(HEADER)));
    }

    private static String offeredOrNew(@Nullable String offered) {
        return offered != null && WELL_FORMED.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
