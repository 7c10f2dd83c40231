package io.neuroglia.mediation;

import io.neuroglia.handler.spi.Link;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.result.OperationResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dispatches by one look-up of the request's class in a table. */
final class RoutingMediator implements Mediator {
    private @Nullable Knowledge knowledge;

    void complete(
            Routes routes,
            FailureMapping failures,
            List<EventSubscription> subscriptions,
            Set<Class<? extends DomainEvent>> domainEvents) {
        knowledge = new Knowledge(routes, failures, subscriptions, Set.copyOf(domainEvents));
    }

    /**
     * Exceptions that mean an outcome become failures here, outside all stages, so a transaction has rolled back and a
     * retry given up before.
     */
    @Override
    public <T> OperationResult<T> execute(Request<T> request) {
        Knowledge known = knowledge();
        Link<Request<T>, T> outermost = known.outermostLink(request);
        try {
            return outermost.handle(request);
        } catch (Exception exception) {
            return OperationResult.failure(known.failures.problemOrThrow(exception));
        }
    }

    @Override
    public <T> CompletableFuture<OperationResult<T>> executeAsync(Request<T> request) {
        Objects.requireNonNull(request, "request");
        return VirtualThreadTask.start(() -> execute(request));
    }

    @Override
    public void publish(Object event, PublishStrategy strategy) {
        Class<?> type = Objects.requireNonNull(event, "event").getClass();
        EventPublisher.publish(event, knowledge().subscriptions(type), Objects.requireNonNull(strategy, "strategy"));
    }

    @Override
    public CompletableFuture<Void> publishAsync(Object event, PublishStrategy strategy) {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(strategy, "strategy");
        return VirtualThreadTask.start(() -> {
            publish(event, strategy);
            return nothing();
        });
    }

    @SuppressWarnings("NullAway") // Void has no instance: null is its only value
    private static Void nothing() {
        return null;
    }

    @Override
    public PipelineDescription describe(Class<? extends Request<?>> requestType) {
        return knowledge().routes.route(requestType).description();
    }

    @Override
    public MediatorDescription describe() {
        Knowledge known = knowledge();
        return new MediatorDescription(known.routes.descriptions(), known.subscriptions);
    }

    @Override
    public List<EventSubscription> subscriptions(Class<?> eventType) {
        return knowledge().subscriptions(eventType);
    }

    @Override
    public List<EventSubscription> subscriptions() {
        return knowledge().subscriptions;
    }

    @Override
    public Set<Class<? extends DomainEvent>> domainEvents() {
        return knowledge().domainEvents;
    }

    private Knowledge knowledge() {
        Knowledge current = knowledge;
        if (current == null) {
            throw new IllegalStateException(
                    "The mediator is not built yet. Send requests after the application has started, not while its"
                            + " handlers are being constructed.");
        }
        return current;
    }

    /** All fields final, so that a thread that sees the object sees it whole. */
    private static final class Knowledge {
        private final Routes routes;
        private final FailureMapping failures;
        private final List<EventSubscription> subscriptions;
        private final Set<Class<? extends DomainEvent>> domainEvents;
        private final Map<Class<?>, List<EventSubscription>> byEvent = new ConcurrentHashMap<>();

        Knowledge(
                Routes routes,
                FailureMapping failures,
                List<EventSubscription> subscriptions,
                Set<Class<? extends DomainEvent>> domainEvents) {
            this.routes = routes;
            this.failures = failures;
            this.subscriptions = subscriptions;
            this.domainEvents = domainEvents;
        }

        @SuppressWarnings("unchecked") // a link is stored under the class of its own request
        <T> Link<Request<T>, T> outermostLink(Request<T> request) {
            Class<?> type =
                    Objects.requireNonNull(request, "The request is null").getClass();
            return (Link<Request<T>, T>) routes.link(type);
        }

        List<EventSubscription> subscriptions(Class<?> eventType) {
            List<EventSubscription> known = byEvent.get(eventType);
            return known == null ? byEvent.computeIfAbsent(eventType, this::listeningTo) : known;
        }

        private List<EventSubscription> listeningTo(Class<?> eventType) {
            return subscriptions.stream()
                    .filter(subscription -> subscription.eventType().isAssignableFrom(eventType))
                    .toList();
        }
    }
}
