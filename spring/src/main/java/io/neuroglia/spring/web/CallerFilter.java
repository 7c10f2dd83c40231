package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Adds who is logged in to the {@link RequestContext}, behind the filters that find it out. */
final class CallerFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContext context =
                RequestContext.currentOrNew().withPrincipal(((HttpServletRequest) request).getUserPrincipal());
        ContextScope.run(context, () -> chain.doFilter(request, response));
    }
}
