package io.neuroglia.mediation;

import io.neuroglia.handler.spi.Link;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.PipelineDescription;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways of all requests. Each is settled when somebody first asks for it, so that starting an application loads no
 * classes for requests that nobody sends. A request starts on links that all share, and gets links of its own once it has
 * been sent so often that they pay: they are classes to be loaded, and code to be compiled while the machine runs. Where
 * too many are sent often, all go back to the shared ones. Thread-safe.
 */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Mediator.class);

    /** About where a virtual machine begins to compile a method. */
    static final int SENT_OFTEN = 500;

    /**
     * Own links pay while those in use fit into the processor's caches and guesses. With a thousand requests that were all
     * sent often, a dispatch through three behaviors took 71 ns by shared links and 113 with 256 of them on own ones. With all
     * on own ones it took microseconds until the just-in-time compiler had been busy for half a minute.
     */
    private static final int MOST_WITH_OWN_LINKS = 256;

    private final Map<String, RegisteredHandler> handlers;
    private final PipelineComposer composer;
    private final RouteTable table;
    private final Map<Class<?>, Route<?, ?>> settled = new HashMap<>();
    private final int mostWithOwnLinks;
    private final List<CountingLink<?, ?>> withOwnLinks = new ArrayList<>();
    private boolean crowded;

    Routes(Map<String, RegisteredHandler> handlers, PipelineComposer composer) {
        this(handlers, composer, MOST_WITH_OWN_LINKS);
    }

    Routes(Map<String, RegisteredHandler> handlers, PipelineComposer composer, int mostWithOwnLinks) {
        this.mostWithOwnLinks = mostWithOwnLinks;
        this.handlers = Map.copyOf(handlers);
        this.composer = composer;
        this.table = new RouteTable(handlers.size());
    }

    /**
     * The outermost link of a request type.
     *
     * @throws MissingHandlerException if it has no handler
     */
    Link<?, ?> link(Class<?> requestType) {
        Link<?, ?> link = table.find(requestType);
        return link == null ? firstLink(requestType) : link;
    }

    /** Threads that send the first requests of a type at the same time wait for each other here. */
    private synchronized Link<?, ?> firstLink(Class<?> requestType) {
        Link<?, ?> link = table.find(requestType);
        if (link == null) {
            link = firstLink(route(requestType));
            table.put(requestType, link);
        }
        return link;
    }

    private <R extends Request<T>, T> Link<R, T> firstLink(Route<R, T> route) {
        return route.hasOwnLinks() ? new CountingLink<>(route) : route.sharedLinks();
    }

    /** Ends the counting: with links of the request's own, or with shared ones for all when there are too many. */
    private synchronized void settleLinks(CountingLink<?, ?> counting) {
        Class<?> requestType = counting.route.requestType();
        if (table.find(requestType) != counting) {
            return;
        }
        crowded |= withOwnLinks.size() == mostWithOwnLinks;
        if (crowded) {
            withOwnLinks.forEach(other -> table.put(other.route.requestType(), other.shared));
            withOwnLinks.clear();
            table.put(requestType, counting.shared);
        } else {
            table.put(requestType, ownLinks(counting));
            withOwnLinks.add(counting);
        }
    }

    /** A request that cannot have its own links works all the same. */
    private static Link<?, ?> ownLinks(CountingLink<?, ?> counting) {
        try {
            return counting.route.ownLinks();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error(
                    "{} goes on without links of its own, which cannot be made. Compile its module anew.",
                    counting.route.requestType().getName(),
                    failure);
            return counting.shared;
        }
    }

    /**
     * The route of a request type.
     *
     * @throws MissingHandlerException if it has no handler
     */
    synchronized Route<?, ?> route(Class<?> requestType) {
        Route<?, ?> route = settled.get(requestType);
        if (route == null) {
            route = composer.compose(requestType, handler(requestType));
            settled.put(requestType, route);
        }
        return route;
    }

    private RegisteredHandler handler(Class<?> requestType) {
        @Nullable RegisteredHandler registered = handlers.get(requestType.getName());
        if (registered == null || registered.requestType().get() != requestType) {
            throw new MissingHandlerException(List.of(requestType));
        }
        return registered;
    }

    /** All pipelines in words, by the name of the request's class. */
    List<PipelineDescription> descriptions() {
        return handlers.values().stream()
                .map(this::description)
                .sorted(Comparator.comparing(PipelineDescription::requestType))
                .toList();
    }

    /** A request whose class cannot be loaded can be sent by nobody, and keeps nobody from reading about the others. */
    private PipelineDescription description(RegisteredHandler registered) {
        try {
            return route(registered.requestType().get()).description();
        } catch (LinkageError unloadable) {
            String handler = registered.handlerType() + " (the request cannot be loaded: " + unloadable + ")";
            return new PipelineDescription(registered.request(), handler, List.of());
        }
    }

    /** Stands in the table until its request has been sent often. */
    private final class CountingLink<R extends Request<T>, T> extends Link<R, T> {
        private final Route<R, T> route;
        private final Link<R, T> shared;

        /** Threads that count at the same time may count once; nothing depends on the exact figure. */
        private int sent;

        CountingLink(Route<R, T> route) {
            this.route = route;
            this.shared = route.sharedLinks();
        }

        @Override
        public OperationResult<T> handle(R request) throws Exception {
            if (++sent >= SENT_OFTEN) {
                settleLinks(this);
            }
            return shared.handle(request);
        }
    }
}
