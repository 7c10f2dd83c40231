package io.neuroglia.spring.web;

import io.neuroglia.context.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.task.TaskDecorator;

/** Takes the request's context and the logging context along to the application's task executor, and off it again. */
final class ContextTaskDecorator implements TaskDecorator {
    @Override
    public Runnable decorate(Runnable task) {
        RequestContext context = RequestContext.current().orElse(null);
        Map<String, String> logging = MDC.getCopyOfContextMap();
        return context == null ? task : () -> run(task, context, logging);
    }

    private static void run(Runnable task, RequestContext context, @Nullable Map<String, String> logging) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        restore(logging);
        try {
            context.call(() -> {
                task.run();
                return true;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("A task threw a checked exception, which a Runnable cannot", failure);
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Map<String, String> logging) {
        if (logging == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(logging);
        }
    }
}
