package io.neuroglia.mediation;

import io.neuroglia.mediation.PipelineComposer.RegisteredHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The request handlers of a mediator, one for each class of request. */
final class Handlers {
    private final Map<Class<?>, RegisteredHandler> byRequest = new LinkedHashMap<>();

    void add(Class<?> requestType, RegisteredHandler registered) {
        RegisteredHandler other = byRequest.putIfAbsent(Objects.requireNonNull(requestType, "requestType"), registered);
        if (other != null) {
            throw new IllegalStateException("Two handlers for " + requestType.getName() + ": "
                    + other.handler().getClass().getName() + " and "
                    + registered.handler().getClass().getName() + ". Remove one.");
        }
    }

    boolean exist(Class<?> requestType) {
        return byRequest.containsKey(requestType);
    }

    Map<Class<?>, Route<?, ?>> routes(PipelineComposer composer) {
        Map<Class<?>, Route<?, ?>> routes = new LinkedHashMap<>();
        byRequest.forEach((type, registered) -> routes.put(type, composer.compose(type, registered)));
        return routes;
    }
}
