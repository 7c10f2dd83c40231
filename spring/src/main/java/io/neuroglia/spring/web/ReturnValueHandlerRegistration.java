package io.neuroglia.spring.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityReturnValueHandler;

/**
 * Puts the handler of results before Spring's handler of response entities. Spring offers only a place behind all of its
 * own, where {@code @ResponseBody} would have written the result as a bean.
 */
final class ReturnValueHandlerRegistration implements SmartInitializingSingleton {
    private final RequestMappingHandlerAdapter adapter;
    private final ProblemRenderer renderer;

    ReturnValueHandlerRegistration(RequestMappingHandlerAdapter adapter, ProblemRenderer renderer) {
        this.adapter = adapter;
        this.renderer = renderer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethodReturnValueHandler> handlers = adapter.getReturnValueHandlers();
        if (handlers == null || handlers.stream().noneMatch(ResponseEntityReturnValueHandler.class::isInstance)) {
            throw new IllegalStateException(
                    "Spring MVC has no handler of response entities, which OperationResult needs as the return type of"
                            + " controllers. Leave RequestMappingHandlerAdapter its standard handlers, or set"
                            + " neuroglia.web.enabled=false.");
        }
        List<HandlerMethodReturnValueHandler> all = new ArrayList<>();
        for (HandlerMethodReturnValueHandler handler : handlers) {
            if (handler instanceof ResponseEntityReturnValueHandler entities) {
                all.add(new ResultReturnValueHandler(entities, renderer));
            }
            all.add(handler);
        }
        adapter.setReturnValueHandlers(all);
    }
}
