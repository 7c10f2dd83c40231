package io.neuroglia.mediation;

import io.neuroglia.handler.RequestHandler;
import io.neuroglia.handler.spi.HandlerIndexes.Entry;
import io.neuroglia.handler.spi.Link;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request's handler.
 *
 * @param request name of the request's class, which need not be loaded before the request is sent
 * @param requestType loads that class
 * @param ownLinks makes the innermost link of the request's own, or null where it has none
 */
record RegisteredHandler(
        String request,
        Supplier<Class<?>> requestType,
        RequestHandler<?, ?> handler,
        @Nullable BiFunction<Class<?>, RequestHandler<?, ?>, Link<?, ?>> ownLinks) {

    /** Of a request whose class is loaded. */
    RegisteredHandler(
            Class<?> requestType,
            RequestHandler<?, ?> handler,
            @Nullable BiFunction<Class<?>, RequestHandler<?, ?>, Link<?, ?>> ownLinks) {
        this(requestType.getName(), () -> requestType, handler, ownLinks);
    }

    /** As an entry of an index names it. */
    static RegisteredHandler of(String request, Entry entry, Object handler) {
        NamedByEntry named = new NamedByEntry(entry);
        return new RegisteredHandler(request, named, (RequestHandler<?, ?>) handler, named);
    }

    String handlerType() {
        return handler.getClass().getName();
    }

    /** Asks an entry of an index; two lambdas would do the same, and cost more when a cold JVM starts. */
    private record NamedByEntry(Entry entry)
            implements Supplier<Class<?>>, BiFunction<Class<?>, RequestHandler<?, ?>, Link<?, ?>> {
        @Override
        public Class<?> get() {
            return entry.requestType();
        }

        @Override
        public Link<?, ?> apply(Class<?> requestType, RequestHandler<?, ?> handler) {
            return entry.index().link(requestType, handler);
        }
    }
}
