package io.neuroglia.benchmarks.dispatch;

import static java.util.stream.Collectors.toMap;

import io.neuroglia.benchmarks.message.TextHandler;
import io.neuroglia.benchmarks.message.TextRequest;
import io.neuroglia.handler.NotIndexed;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.mediation.MediatorBuilder;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Our mediator, with handlers from the compiler's index and so with the routes that it generated. */
@NotIndexed // the behaviors
final class Neuroglia {
    private static final List<PipelineBehavior<Request<?>>> BEHAVIORS =
            List.of(new Observing(), new Validating(), new Transacting());

    private Neuroglia() {}

    static Sender sender(Rotation rotation, int behaviors) {
        Mediator mediator = mediator(rotation, behaviors);
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> mediator.execute(requests[turn]);
    }

    private static Mediator mediator(Rotation rotation, int behaviors) {
        Map<Class<?>, TextHandler<?>> handlers =
                rotation.handlers().stream().collect(toMap(Object::getClass, Function.identity()));
        MediatorBuilder builder = Mediator.builder();
        for (HandlerIndex index : ServiceLoader.load(HandlerIndex.class)) {
            builder.index(new IndexExcerpt(index, handlers.keySet()), new Handlers(handlers));
        }
        BEHAVIORS.subList(0, behaviors).forEach(behavior -> builder.behavior(Request.class, behavior));
        return builder.build();
    }

    private record Handlers(Map<Class<?>, TextHandler<?>> byClass) implements MediatorBuilder.InstanceProvider {
        @Override
        public <T> @Nullable T get(Class<T> type) {
            return type.cast(byClass.get(type));
        }
    }

    private static final class Observing implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.OBSERVE;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }

    private static final class Validating implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.VALIDATE;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }

    private static final class Transacting implements PipelineBehavior<Request<?>> {
        @Override
        public Stage stage() {
            return Stage.TRANSACT;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }
}
