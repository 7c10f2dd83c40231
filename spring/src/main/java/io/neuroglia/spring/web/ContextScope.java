package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import jakarta.servlet.ServletException;
import java.io.IOException;

/** Runs the rest of a filter chain in a context. */
final class ContextScope {
    private ContextScope() {}

    static void run(RequestContext context, Rest rest) throws IOException, ServletException {
        try {
            context.call(() -> {
                rest.run();
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    /** The rest of a filter chain. */
    @FunctionalInterface
    interface Rest {
        void run() throws IOException, ServletException;
    }
}
