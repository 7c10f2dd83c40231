package io.neuroglia.spring.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers what escapes from other filters, which would otherwise be logged without a correlation id and answered by the
 * container.
 */
final class UnhandledExceptionFilter implements Filter {
    private final ExceptionAnswers answers;

    UnhandledExceptionFilter(ExceptionAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            // An answer that has begun can only be broken off, which the container does.
            if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                throw failure;
            }
            answers.answer(unwrapped(failure), (HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private static Throwable unwrapped(Exception failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ServletException && cause != null ? cause : failure;
    }
}
