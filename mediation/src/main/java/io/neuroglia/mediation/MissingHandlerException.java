package io.neuroglia.mediation;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * No handler is registered for a request.
 *
 * @since 0.1
 */
public final class MissingHandlerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingHandlerException(Collection<? extends Class<?>> requestTypes) {
        super("No handler for "
                + requestTypes.stream().map(Class::getName).sorted().collect(Collectors.joining(", "))
                + ". Write a CommandHandler or QueryHandler for it and compile it with neuroglia-processor, or register"
                + " one with Mediator.builder().handle(…).");
    }
}
