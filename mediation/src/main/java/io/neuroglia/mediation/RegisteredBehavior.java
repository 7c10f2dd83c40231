package io.neuroglia.mediation;

import io.neuroglia.handler.spi.Answers;
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
    private final PipelineBehavior<?> behavior;
    private final Predicate<Class<?>> appliesTo;

    private RegisteredBehavior(
            Stage stage,
            Class<?> requestType,
            Class<?> behaviorType,
            PipelineBehavior<?> behavior,
            Predicate<Class<?>> appliesTo) {
        this.stage = Objects.requireNonNull(stage, "stage");
        this.requestType = Objects.requireNonNull(requestType, "requestType");
        this.behaviorType = behaviorType;
        this.behavior = behavior;
        this.appliesTo = appliesTo;
    }

    static <Q extends Request<?>> RegisteredBehavior of(Class<? super Q> requestType, PipelineBehavior<Q> behavior) {
        return new RegisteredBehavior(
                behavior.stage(), requestType, behavior.getClass(), behavior, behavior::appliesTo);
    }

    static <Q extends Request<D>, D> RegisteredBehavior of(
            Stage stage, Class<Q> requestType, RequestBehavior<Q, D> behavior) {
        return new RegisteredBehavior(
                stage,
                requestType,
                behavior.getClass(),
                new RequestTypeBehavior<>(stage, behavior),
                requestType::equals);
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

    /** The behavior around a request type that it applies to. */
    @SuppressWarnings("unchecked") // the request type is assignable to the behavior's: reasonAgainst() was asked
    <R extends Request<?>> PipelineBehavior<R> behavior() {
        return (PipelineBehavior<R>) behavior;
    }

    /** A behavior of one request type, as one of many. */
    private record RequestTypeBehavior<Q extends Request<D>, D>(Stage stage, RequestBehavior<Q, D> behavior)
            implements PipelineBehavior<Q> {
        @Override
        @SuppressWarnings("unchecked") // the request's type fixes T to be D
        public <T> OperationResult<T> handle(Q request, Next<Q, T> next) throws Exception {
            OperationResult<D> answer = behavior.handle(request, (Next<Q, D>) next);
            return (OperationResult<T>) Answers.required(answer, behavior, request);
        }
    }
}
