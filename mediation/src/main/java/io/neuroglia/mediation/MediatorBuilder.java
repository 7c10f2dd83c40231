package io.neuroglia.mediation;

import static java.util.Objects.requireNonNull;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.RequestBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.Problem;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects handlers and behaviors of a mediator, which composes each pipeline once, when its request is first sent or described.
 * For one thread, used once.
 *
 * @since 0.1
 */
public final class MediatorBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(Mediator.class);

    private final Handlers handlers = new Handlers();
    private final Set<Class<? extends Request<?>>> required = new LinkedHashSet<>();
    private final List<RegisteredBehavior> behaviors = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Set<Class<? extends DomainEvent>> domainEvents = new LinkedHashSet<>();
    private final FailureMapping failures = new FailureMapping();
    private final RoutingMediator mediator = new RoutingMediator();
    private final IndexedSetup indexed = new IndexedSetup(this);
    private boolean built;

    MediatorBuilder() {}

    /**
     * Registers the handler of a request.
     *
     * @param requestType class of the request, looked up exactly
     * @param handler an instance or a function
     * @param <R> the request
     * @param <T> the data of its answer
     * @return this builder
     * @throws IllegalStateException if the request has a handler already
     */
    public <R extends Request<T>, T> MediatorBuilder handle(
            Class<R> requestType, RequestHandler<? super R, T> handler) {
        return handle(new RegisteredHandler(
                requireNonNull(requestType, "requestType"), requireNonNull(handler, "handler"), null));
    }

    MediatorBuilder handle(RegisteredHandler handler) {
        requireOpen();
        handlers.add(handler);
        return this;
    }

    /**
     * Registers an event handler under the logical name of its class.
     *
     * @param eventType the events it listens to, with their subclasses
     * @param handler an instance; a function needs a name, because its class has none that lasts
     * @param <E> the event
     * @return this builder
     * @throws IllegalStateException if another handler has that name
     * @throws IllegalArgumentException if the handler is a function
     */
    public <E> MediatorBuilder on(Class<E> eventType, EventHandler<? super E> handler) {
        return on(Subscriptions.nameOf(handler), eventType, handler);
    }

    /**
     * Registers an event handler under a name.
     *
     * @param handlerName under which its deliveries are stored; unique in the mediator
     * @param eventType the events it listens to, with their subclasses
     * @param handler an instance or a function
     * @param <E> the event
     * @return this builder
     * @throws IllegalStateException if another handler has that name
     */
    public <E> MediatorBuilder on(String handlerName, Class<E> eventType, EventHandler<? super E> handler) {
        requireOpen();
        subscriptions.add(new EventSubscription(
                requireNonNull(handlerName, "handlerName"),
                requireNonNull(eventType, "eventType"),
                requireNonNull(handler, "handler")));
        if (DomainEvent.class.isAssignableFrom(eventType) && !Modifier.isAbstract(eventType.getModifiers())) {
            domainEvents.add(eventType.asSubclass(DomainEvent.class));
        }
        return this;
    }

    /**
     * Makes a domain event known that no handler names by its own class, so that it can be read back when stored.
     *
     * @param eventType a concrete class
     * @return this builder
     */
    public MediatorBuilder domainEvent(Class<? extends DomainEvent> eventType) {
        requireOpen();
        domainEvents.add(requireNonNull(eventType, "eventType"));
        return this;
    }

    /**
     * Registers a behavior for many types of request.
     *
     * @param requestType the requests it applies to, with their subclasses, such as {@code Command.class}
     * @param behavior the behavior
     * @param <Q> the request type in the behavior's own declaration
     * @return this builder
     */
    public <Q extends Request<?>> MediatorBuilder behavior(Class<? super Q> requestType, PipelineBehavior<Q> behavior) {
        requireOpen();
        behaviors.add(RegisteredBehavior.of(requestType, behavior));
        return this;
    }

    /**
     * Registers a behavior for one request, in the stage {@link Stage#VALIDATE}.
     *
     * @param requestType class of the request
     * @param behavior an instance or a function
     * @param <R> the request
     * @param <T> the data of its answer
     * @return this builder
     */
    public <R extends Request<T>, T> MediatorBuilder around(Class<R> requestType, RequestBehavior<R, T> behavior) {
        return around(Stage.VALIDATE, requestType, behavior);
    }

    /**
     * Registers a behavior for one request.
     *
     * @param stage where in the pipeline it stands
     * @param requestType class of the request
     * @param behavior an instance or a function
     * @param <R> the request
     * @param <T> the data of its answer
     * @return this builder
     */
    public <R extends Request<T>, T> MediatorBuilder around(
            Stage stage, Class<R> requestType, RequestBehavior<R, T> behavior) {
        requireOpen();
        behaviors.add(RegisteredBehavior.of(stage, requestType, behavior));
        return this;
    }

    /**
     * Makes an exception mean an outcome: thrown by a handler or behavior it becomes a failure. The nearest class
     * registered for an exception decides. Exceptions that are a {@link io.neuroglia.result.ProblemSource} need no
     * registration.
     *
     * @param exceptionType class of the exception, with its subclasses
     * @param problem makes the problem; its words are shown to the caller
     * @param <X> the exception
     * @return this builder
     */
    public <X extends Exception> MediatorBuilder mapFailure(
            Class<X> exceptionType, Function<? super X, Problem> problem) {
        requireOpen();
        failures.add(exceptionType, problem);
        return this;
    }

    /**
     * Registers all that the compiler found in the modules of the application, as seen by the thread's class loader.
     * Handlers and behaviors are made by generated code, when the mediator is built, of the parts provided. Those
     * registered by hand come before them.
     *
     * @return this builder
     * @throws io.neuroglia.handler.spi.MissingIndexException if there is no index, because the processor has not run
     */
    public MediatorBuilder indexed() {
        return indexed(HandlerIndexes.load(Thread.currentThread().getContextClassLoader()));
    }

    /**
     * Registers what indexes hold, otherwise as {@link #indexed()}.
     *
     * @param indexes generated by the compiler
     * @return this builder
     * @throws io.neuroglia.handler.spi.MissingIndexException if there is none
     */
    public MediatorBuilder indexed(HandlerIndexes indexes) {
        requireOpen();
        indexed.add(indexes);
        return this;
    }

    /**
     * Provides what constructors of indexed handlers and behaviors take as a parameter of exactly this type. The mediator
     * itself need not be provided.
     *
     * @param type the parameter's class; a type with arguments needs a {@link TypeOf}
     * @param part the part
     * @param <T> its type
     * @return this builder
     * @throws IllegalStateException if there is a part of that type already
     */
    public <T> MediatorBuilder provide(Class<T> type, T part) {
        requireOpen();
        indexed.provide(TypeNames.ofPart(type), part);
        return this;
    }

    /**
     * Provides what constructors of indexed handlers and behaviors take as a parameter of exactly this type.
     *
     * @param type the parameter's type with its arguments
     * @param part the part
     * @param <T> its type
     * @return this builder
     * @throws IllegalStateException if there is a part of that type already
     */
    public <T> MediatorBuilder provide(TypeOf<T> type, T part) {
        requireOpen();
        indexed.provide(type.name(), part);
        return this;
    }

    /**
     * Whether a class or index that cannot be loaded stops the set-up. Strict is the default. Otherwise each is logged as
     * an error by its name and left out, and all others work.
     *
     * @param refuse false to do without what cannot be loaded
     * @return this builder
     */
    public MediatorBuilder strict(boolean refuse) {
        requireOpen();
        indexed.strict(refuse);
        return this;
    }

    /**
     * Registers now all that a compilation's index holds.
     *
     * @param index generated by the compiler
     * @param instances makes or finds the instance of a handler's or behavior's class; what it throws stops the set-up
     * @return this builder
     */
    public MediatorBuilder index(HandlerIndex index, InstanceProvider instances) {
        return index(HandlerIndexes.of(index), instances);
    }

    /**
     * Registers now all that indexes hold.
     *
     * @param indexes generated by the compiler
     * @param instances makes or finds the instance of a handler's or behavior's class; what it throws stops the set-up,
     *     except for a {@link LinkageError}, which means that the class cannot be loaded
     * @return this builder
     * @throws IllegalStateException if the set-up is strict, naming all that cannot be loaded
     */
    public MediatorBuilder index(HandlerIndexes indexes, InstanceProvider instances) {
        requireOpen();
        indexed.register(indexes, instances);
        return this;
    }

    /**
     * Demands that a request has a handler when the mediator is built.
     *
     * @param requestType class of the request
     * @return this builder
     */
    public MediatorBuilder require(Class<? extends Request<?>> requestType) {
        requireOpen();
        required.add(requireNonNull(requestType, "requestType"));
        return this;
    }

    /**
     * The mediator that {@link #build()} is going to complete, for handlers that send requests themselves. Using it
     * before throws {@link IllegalStateException}.
     *
     * @return the same instance that {@code build()} returns
     */
    public Mediator mediator() {
        return mediator;
    }

    /**
     * Makes what is indexed and checks that nothing is missing. Pipelines are composed when their requests are first sent;
     * {@link Mediator#describe()} composes all.
     *
     * @return the mediator
     * @throws MissingHandlerException naming all required requests without a handler
     * @throws IllegalStateException naming all indexed handlers that lack a part, cannot be loaded or failed to be made;
     *     or if behaviors of a stage are ordered in a cycle, or this builder was used already
     */
    public Mediator build() {
        requireOpen();
        indexed.register();
        requireHandlers();
        PipelineComposer composer = new PipelineComposer(BehaviorOrder.sort(behaviors));
        mediator.complete(new Routes(handlers.all(), composer), failures, subscriptions.all(), domainEvents);
        built = true;
        tell(handlers.all().size());
        return mediator;
    }

    /** Figures for all, everything for those who debug. */
    private void tell(int requests) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "The mediator knows {}",
                    MediatorDescription.summary(
                            requests, behaviors.size(), subscriptions.all().size()));
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}", mediator.describe());
        }
    }

    private void requireHandlers() {
        List<Class<? extends Request<?>>> missing = new ArrayList<>();
        for (Class<? extends Request<?>> type : required) {
            if (!handlers.exist(type)) {
                missing.add(type);
            }
        }
        if (indexed.hasLeftOut() && !missing.isEmpty()) {
            LOG.error("Requests without a handler: {}", missing);
        } else if (!missing.isEmpty()) {
            throw new MissingHandlerException(missing);
        }
    }

    /** What is registered later would be lost, or change a mediator that is in use. */
    private void requireOpen() {
        if (built) {
            throw new IllegalStateException("This builder has built its mediator already; use a new one.");
        }
    }

    /**
     * Makes or finds the instance of a class that the index names.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface InstanceProvider {
        /**
         * The instance of a class.
         *
         * @param type class of a handler or behavior
         * @param <T> its type
         * @return the instance; null is refused with a message that names the class
         */
        <T> @Nullable T get(Class<T> type);
    }
}
