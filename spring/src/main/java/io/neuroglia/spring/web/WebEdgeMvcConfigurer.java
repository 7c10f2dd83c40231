package io.neuroglia.spring.web;

import java.util.List;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/** Puts our answer to exceptions behind the application's own and before Spring's. */
final class WebEdgeMvcConfigurer implements WebMvcConfigurer {
    private final WebExceptionResolver resolver;

    WebEdgeMvcConfigurer(WebExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        int position = 0;
        for (int i = 0; i < resolvers.size(); i++) {
            if (resolvers.get(i) instanceof ExceptionHandlerExceptionResolver) {
                position = i + 1;
            }
        }
        resolvers.add(position, resolver);
    }
}
