package io.neuroglia.mediation;

import io.neuroglia.handler.spi.HandlerIndexes.Unloadable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What keeps a mediator from being set up. */
final class SetupProblems {
    private final Set<String> lines = new LinkedHashSet<>();
    private final List<Throwable> causes = new ArrayList<>();
    private final Set<String> remedies = new LinkedHashSet<>();

    void add(Unloadable unloadable) {
        lines.add(unloadable.what() + " cannot be loaded: " + unloadable.reason());
        causes.add(unloadable.reason());
        remedies.add("Put missing classes on the class path and compile outdated modules anew, or start without them by"
                + " strict(false).");
    }

    void add(RuntimeException problem) {
        lines.add(String.valueOf(problem.getMessage()));
        Throwable cause = problem.getCause();
        causes.add(cause == null ? problem : cause);
        if (cause instanceof ProvidedParts.MissingPartsException) {
            remedies.add("Provide missing parts under exactly these types: provide(Menu.class, menu), or"
                    + " provide(new TypeOf<Repository<Order, String>>() {}, orders) where they have type arguments.");
        }
    }

    void throwIfAny() {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("The mediator cannot be set up:");
        lines.forEach(line -> message.append("\n- ").append(line));
        remedies.forEach(remedy -> message.append('\n').append(remedy));
        IllegalStateException exception = new IllegalStateException(message.toString(), causes.getFirst());
        causes.stream().skip(1).forEach(exception::addSuppressed);
        throw exception;
    }
}
