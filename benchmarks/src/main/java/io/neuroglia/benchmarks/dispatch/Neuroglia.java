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

/** Our mediator. */
@NotIndexed // the behaviors
final class Neuroglia {
    private static final List<PipelineBehavior<Request<?>>> BEHAVIORS =
            List.of(new Observing(), new Validating(), new Transacting());

    private Neuroglia() {}

    /** From the compiler's index, with the links that it generated for each request. */
    static Sender indexed(Rotation rotation, int behaviors) {
        Map<Class<?>, TextHandler<?>> handlers =
                rotation.handlers().stream().collect(toMap(Object::getClass, Function.identity()));
        MediatorBuilder builder = Mediator.builder();
        for (HandlerIndex index : ServiceLoader.load(HandlerIndex.class)) {
            builder.index(new IndexExcerpt(index, handlers.keySet()), new Handlers(handlers));
        }
        return sender(builder, rotation, behaviors);
    }

    /** One by one, with links that all requests share. */
    @SuppressWarnings("unchecked") // the handler of a type fits its request
    static Sender registered(Rotation rotation, int behaviors) {
        MediatorBuilder builder = Mediator.builder();
        for (int type = 0; type < rotation.requests().size(); type++) {
            builder.handle((Class<TextRequest>) rotation.requests().get(type).getClass(), (TextHandler<TextRequest>)
                    rotation.handlers().get(type));
        }
        return sender(builder, rotation, behaviors);
    }

    private static Sender sender(MediatorBuilder builder, Rotation rotation, int behaviors) {
        BEHAVIORS.subList(0, behaviors).forEach(behavior -> builder.behavior(Request.class, behavior));
        Mediator mediator = builder.build();
        TextRequest[] requests = rotation.requestOfTurn();
        return turn -> mediator.execute(requests[turn]);
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
