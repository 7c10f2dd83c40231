package io.neuroglia.mediation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The request handlers of a mediator, one for each class of request. */
final class Handlers {
    private final Map<String, RegisteredHandler> byRequest = new LinkedHashMap<>();

    void add(RegisteredHandler registered) {
        RegisteredHandler other = byRequest.putIfAbsent(registered.request(), registered);
        if (other != null) {
            throw new IllegalStateException("Two handlers for " + registered.request() + ": " + other.handlerType()
                    + " and " + registered.handlerType() + ". Remove one.");
        }
    }

    boolean exist(Class<?> requestType) {
        return byRequest.containsKey(requestType.getName());
    }

    /** By the name of the request's class. */
    Map<String, RegisteredHandler> all() {
        return byRequest;
    }
}
