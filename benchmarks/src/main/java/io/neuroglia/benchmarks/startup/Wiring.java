package io.neuroglia.benchmarks.startup;

import io.neuroglia.benchmarks.message.AllMessages;
import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.ServiceLoader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;

/** How the application comes to its handlers. */
public enum Wiring {
    /** Constructs each with {@code new}, and calls one: what the classes themselves cost. */
    NEW {
        @Override
        OperationResult<String> answer(TextRequest request) {
            List<TextHandler<?>> handlers = AllMessages.handlers();
            return fitting(handlers.getFirst()).handle(request);
        }
    },
    /** Ours, each handler constructed and registered by a line of code. */
    BUILDER {
        @Override
        OperationResult<String> answer(TextRequest request) {
            MediatorBuilder builder = Mediator.builder();
            AllMessages.registerWith(builder);
            return builder.build().execute(request);
        }
    },
    /** Ours, from the compiler's index, each handler constructed by reflection. */
    INDEX {
        @Override
        OperationResult<String> answer(TextRequest request) {
            MediatorBuilder builder = Mediator.builder();
            ServiceLoader.load(HandlerIndex.class).forEach(index -> builder.index(index, new Constructors()));
            return builder.build().execute(request);
        }
    },
    /** Ours, from the compiler's index, each handler constructed by the code in it. */
    GENERATED {
        @Override
        OperationResult<String> answer(TextRequest request) {
            return Mediator.builder().indexed().build().execute(request);
        }
    },
    /** A component scan of Spring's, told where to look and which names fit, so that it reads the handlers only. */
    SPRING_SCAN {
        @Override
        OperationResult<String> answer(TextRequest request) {
            GenericApplicationContext context = new GenericApplicationContext();
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
            scanner.setResourcePattern("Handler????.class");
            scanner.scan(TextHandler.class.getPackageName());
            context.refresh();
            return fitting(context.getBean("handler0000", TextHandler.class)).handle(request);
        }
    };

    /**
     * Wires all handlers and has the first of them answer.
     *
     * @param request of the first type
     * @return its answer
     */
    abstract OperationResult<String> answer(TextRequest request);

    @SuppressWarnings("unchecked") // the first handler, for the first request
    private static TextHandler<TextRequest> fitting(TextHandler<?> handler) {
        return (TextHandler<TextRequest>) handler;
    }

    private static final class Constructors implements MediatorBuilder.InstanceProvider {
        @Override
        public <T> T get(Class<T> type) {
            try {
                return type.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " has no public constructor without parameters", e);
            }
        }
    }
}
