package io.neuroglia.processor;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a compilation holds, in alphabetical order and in words: no element of the compiler is in it.
 *
 * @param unresolved classes that cannot be judged yet, because another processor still has to write one of their types
 * @param failures classes that the processor could not read
 */
record CompilationModel(
        List<RequestType> requests,
        List<EventType> events,
        List<Handler> handlers,
        NavigableSet<ClassName> unresolved,
        NavigableMap<ClassName, RuntimeException> failures) {

    /**
     * A concrete request.
     *
     * @param handlerInterface what its handler would implement: {@code CommandHandler<PlaceOrderCommand, OrderReceipt>}
     */
    record RequestType(ClassName name, String handlerInterface, boolean handledElsewhere, Set<Obstacle> obstacles) {
        boolean has(Obstacle obstacle) {
            return obstacles.contains(obstacle);
        }
    }

    /** A concrete domain event. */
    record EventType(ClassName name, String logicalName, Set<Obstacle> obstacles) {
        boolean has(Obstacle obstacle) {
            return obstacles.contains(obstacle);
        }
    }

    /**
     * A concrete class that handles requests or events, or surrounds the handling of requests.
     *
     * @param message what it handles; null if that is not a class or an interface
     * @param answer the data that a request handler answers, as its package writes it; null for others, and where the
     *     package cannot write it
     * @param construction how it is made; null where its package cannot
     */
    record Handler(
            ClassName name,
            Role role,
            String logicalName,
            @Nullable ClassName message,
            @Nullable String answer,
            @Nullable Construction construction,
            Set<Obstacle> obstacles) {
        boolean isIndexed() {
            return !obstacles.contains(Obstacle.NOT_INDEXED);
        }

        /** What it handles, for a handler whose obstacles do not say that it is unknown. */
        ClassName handled() {
            return Objects.requireNonNull(message, "message");
        }

        boolean handles(ClassName request) {
            return role == Role.REQUEST_HANDLER && request.equals(message);
        }
    }

    /** Which of the three interfaces a class implements. */
    enum Role {
        REQUEST_HANDLER(MediationNames.REQUEST_HANDLER),
        EVENT_HANDLER(MediationNames.EVENT_HANDLER),
        BEHAVIOR(MediationNames.BEHAVIOR);

        private final String interfaceName;

        Role(String interfaceName) {
            this.interfaceName = interfaceName;
        }

        String interfaceName() {
            return interfaceName;
        }
    }

    List<Handler> handlersOf(ClassName request) {
        return handlers.stream().filter(handler -> handler.handles(request)).toList();
    }

    /**
     * Whether the application must bring a handler: none is in the index of this compilation, because the request is
     * marked so or because its handlers are registered by hand.
     */
    boolean isDemanded(RequestType request, MissingPolicy missing) {
        List<Handler> own = handlersOf(request.name());
        boolean elsewhere =
                own.isEmpty() ? request.handledElsewhere() : own.stream().noneMatch(Handler::isIndexed);
        return elsewhere && missing != MissingPolicy.OFF && !request.has(Obstacle.NOT_INDEXED);
    }

    /** Whether it is a request or event of this compilation that is diagnosed for its type parameters. */
    boolean declaresTypeParameters(ClassName message) {
        return requests.stream()
                        .anyMatch(request -> request.name().equals(message) && request.has(Obstacle.TYPE_PARAMETERS))
                || events.stream()
                        .anyMatch(event -> event.name().equals(message) && event.has(Obstacle.TYPE_PARAMETERS));
    }
}
