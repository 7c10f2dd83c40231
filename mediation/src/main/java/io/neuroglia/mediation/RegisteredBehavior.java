package io.neuroglia.mediation;

import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.RequestBehavior;
import io.neuroglia.pipeline.RunsAfter;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A behavior with the requests it was registered for, whichever of the two kinds it is. */
final class RegisteredBehavior {
    private final Stage stage;
    private final Class<?> requestType;
    private final Class<?> behaviorType;
    private final Predicate<Class<?>> appliesTo;
    private final Linker linker;

    private RegisteredBehavior(
            Stage stage, Class<?> requestType, Class<?> behaviorType, Predicate<Class<?>> appliesTo, Linker linker) {
        this.stage = Objects.requireNonNull(stage, "stage");
        this.requestType = Objects.requireNonNull(requestType, "requestType");
        this.behaviorType = behaviorType;
        this.appliesTo = appliesTo;
        this.linker = linker;
    }

    @SuppressWarnings("unchecked") // the route's request type is assignable to Q: reasonAgainst() was asked
    static <Q extends Request<?>> RegisteredBehavior of(Class<? super Q> requestType, PipelineBehavior<Q> behavior) {
        return new RegisteredBehavior(
                behavior.stage(), requestType, behavior.getClass(), behavior::appliesTo, new Linker() {
                    @Override
                    public <R extends Request<T>, T> Next<R, T> link(Next<R, T> next) {
                        return new BehaviorLink<>((PipelineBehavior<R>) behavior, next);
                    }
                });
    }

    @SuppressWarnings("unchecked") // registered for exactly this request type and its data
    static <Q extends Request<D>, D> RegisteredBehavior of(
            Stage stage, Class<Q> requestType, RequestBehavior<Q, D> behavior) {
        Predicate<Class<?>> exactly = requestType::equals;
        return new RegisteredBehavior(stage, requestType, behavior.getClass(), exactly, new Linker() {
            @Override
            public <R extends Request<T>, T> Next<R, T> link(Next<R, T> next) {
                return new RequestBehaviorLink<>((RequestBehavior<R, T>) behavior, next);
            }
        });
    }

    Stage stage() {
        return stage;
    }

    String name() {
        return behaviorType.getName();
    }

    Class<?> behaviorType() {
        return behaviorType;
    }

    Set<Class<?>> runsAfter() {
        RunsAfter order = behaviorType.getAnnotation(RunsAfter.class);
        return order == null ? Set.of() : Set.copyOf(List.of(order.value()));
    }

    /** Why the behavior is left out of a request type's pipeline, or null when it belongs in. */
    @Nullable
    String reasonAgainst(Class<?> type) {
        if (!requestType.isAssignableFrom(type)) {
            return "for " + requestType.getSimpleName() + " only";
        }
        return appliesTo.test(type) ? null : "declined by appliesTo";
    }

    String reasonFor() {
        return "for " + requestType.getSimpleName();
    }

    <R extends Request<T>, T> Next<R, T> link(Next<R, T> next) {
        return linker.link(next);
    }

    private interface Linker {
        <R extends Request<T>, T> Next<R, T> link(Next<R, T> next);
    }

    private record BehaviorLink<R extends Request<T>, T>(PipelineBehavior<R> behavior, Next<R, T> next)
            implements Next<R, T> {
        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }

    private record RequestBehaviorLink<R extends Request<T>, T>(RequestBehavior<R, T> behavior, Next<R, T> next)
            implements Next<R, T> {
        @Override
        public OperationResult<T> handle(R request) throws Exception {
            return Answers.required(behavior.handle(request, next), behavior, request);
        }
    }
}
