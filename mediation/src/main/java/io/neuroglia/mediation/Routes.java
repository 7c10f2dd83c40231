package io.neuroglia.mediation;

import io.neuroglia.handler.spi.Link;
import io.neuroglia.pipeline.PipelineDescription;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways of all requests. Each is settled when somebody first asks for it and its links are made when the request is
 * first sent, once: starting an application loads no classes for requests that nobody sends. Thread-safe.
 */
final class Routes {
    private final Map<String, RegisteredHandler> handlers;
    private final PipelineComposer composer;
    private final RouteTable table;
    private final Map<Class<?>, Route<?, ?>> settled = new HashMap<>();

    Routes(Map<String, RegisteredHandler> handlers, PipelineComposer composer) {
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
            link = route(requestType).compose();
            table.add(requestType, link);
        }
        return link;
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
}
