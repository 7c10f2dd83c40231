package io.neuroglia.spring.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Refuses bodies that are too large: by their declared length at once, others where they are read. */
final class BodyLimitFilter implements Filter {
    private final BodyLimit limit;
    private final ProblemRenderer renderer;

    BodyLimitFilter(BodyLimit limit, ProblemRenderer renderer) {
        this.limit = limit;
        this.renderer = renderer;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (limit.isExceededBy(request.getContentLengthLong())) {
            renderer.write(
                    HttpStatus.CONTENT_TOO_LARGE, limit.message(), (HttpServletRequest) request, (HttpServletResponse)
                            response);
        } else {
            chain.doFilter(new LimitedRequest((HttpServletRequest) request, limit), response);
        }
    }
}
