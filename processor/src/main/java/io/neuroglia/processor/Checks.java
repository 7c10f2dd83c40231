package io.neuroglia.processor;

import io.neuroglia.processor.CompilationModel.EventType;
import io.neuroglia.processor.CompilationModel.Handler;
import io.neuroglia.processor.CompilationModel.RequestType;
import io.neuroglia.processor.CompilationModel.Role;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong in a compilation. */
final class Checks {
    private final CompilationModel model;
    private final MissingPolicy missing;
    private final List<Finding> findings = new ArrayList<>();

    private Checks(CompilationModel model, MissingPolicy missing) {
        this.model = model;
        this.missing = missing;
    }

    /**
     * Checks a compilation.
     *
     * @param complete whether the model holds all classes of the compilation; if not, nothing is called absent
     */
    static List<Finding> of(CompilationModel model, MissingPolicy missing, boolean complete) {
        Checks checks = new Checks(model, missing);
        model.failures().forEach(checks::failure);
        model.requests().forEach(checks::request);
        model.events().forEach(checks::event);
        model.handlers().stream().filter(Handler::isIndexed).forEach(checks::handler);
        checks.severalHandlers();
        checks.sameLogicalNames();
        if (complete && everyHandlerIsKnown(model)) {
            model.requests().forEach(checks::missingHandler);
        }
        return List.copyOf(checks.findings);
    }

    private void failure(ClassName name, RuntimeException failure) {
        findings.add(Finding.failure(name.canonicalName(), name, failure));
    }

    private void request(RequestType request) {
        if (request.has(Obstacle.NOT_FINAL)) {
            add(request.name(), Diagnostic.REQUEST_NOT_FINAL, request.name().nestedName());
        }
        if (request.has(Obstacle.TYPE_PARAMETERS)) {
            typeArguments(request.name(), "has type parameters");
        }
        if (request.has(Obstacle.NO_ANSWER)) {
            add(request.name(), Diagnostic.NO_ANSWER, request.name().nestedName());
        }
        if (request.has(Obstacle.PRIVATE) && model.isDemanded(request, missing)) {
            hidden(request.name(), request.name());
        }
    }

    private void event(EventType event) {
        if (event.has(Obstacle.NOT_INDEXED)) {
            return;
        }
        if (event.has(Obstacle.TYPE_PARAMETERS)) {
            typeArguments(event.name(), "has type parameters");
        }
        if (event.has(Obstacle.PRIVATE)) {
            hidden(event.name(), event.name());
        }
    }

    private void handler(Handler handler) {
        for (Obstacle obstacle : handler.obstacles()) {
            ClassName name = handler.name();
            switch (obstacle) {
                case PRIVATE -> notConstructible(name, "private or lies in a private class");
                case INNER -> notConstructible(name, "an inner class");
                case ENUM -> notConstructible(name, "an enum");
                case NO_CONSTRUCTOR -> notConstructible(name, "a class with private constructors only");
                case SEVERAL_CONSTRUCTORS -> add(name, Diagnostic.SEVERAL_CONSTRUCTORS, name.nestedName());
                case TYPE_PARAMETERS -> typeArguments(name, "has type parameters");
                case NO_MESSAGE -> typeArguments(name, "does not say which class it handles");
                case MESSAGE_WITH_TYPE_ARGUMENTS -> messageWithTypeArguments(name, handler.handled());
                case HIDDEN_MESSAGE -> hidden(name, handler.handled());
                case COMMON_SUPERTYPE ->
                    add(name, Diagnostic.REQUEST_NOT_FINAL, handler.handled().nestedName());
                case OTHER_ANSWER -> {
                    // The compiler itself complains of it, on the type arguments.
                }
                case NOT_INDEXED, NOT_FINAL, NO_ANSWER -> throw new IllegalStateException(obstacle + " of " + name);
            }
        }
    }

    /** A message of this compilation that has type parameters is complained of itself; once is enough. */
    private void messageWithTypeArguments(ClassName handler, ClassName message) {
        if (!model.declaresTypeParameters(message)) {
            typeArguments(handler, "handles " + message.nestedName() + " with type arguments");
        }
    }

    private void notConstructible(ClassName name, String reason) {
        add(name, Diagnostic.HANDLER_NOT_CONSTRUCTIBLE, name.nestedName(), reason);
    }

    private void typeArguments(ClassName name, String reason) {
        add(name, Diagnostic.TYPE_ARGUMENTS, name.nestedName(), reason);
    }

    private void hidden(ClassName where, ClassName message) {
        add(where, Diagnostic.HIDDEN_MESSAGE, where.packageName(), message.nestedName(), where.nestedName());
    }

    private void severalHandlers() {
        Claims<ClassName> requests = new Claims<>();
        for (Handler handler : model.handlers()) {
            if (handler.isIndexed() && handler.role() == Role.REQUEST_HANDLER && handler.message() != null) {
                requests.add(handler.message(), handler.name());
            }
        }
        requests.forEachConflict(
                (request, name, both) -> add(name, Diagnostic.SEVERAL_HANDLERS, request.nestedName(), both));
    }

    private void sameLogicalNames() {
        Claims<String> events = new Claims<>();
        model.events().stream()
                .filter(event -> !event.has(Obstacle.NOT_INDEXED))
                .forEach(event -> events.add(event.logicalName(), event.name()));
        events.forEachConflict((logical, name, both) -> sameLogicalName(name, "events", logical, both));

        Claims<String> handlers = new Claims<>();
        model.handlers().stream()
                .filter(handler -> handler.isIndexed() && handler.role() == Role.EVENT_HANDLER)
                .forEach(handler -> handlers.add(handler.logicalName(), handler.name()));
        handlers.forEachConflict((logical, name, both) -> sameLogicalName(name, "event handlers", logical, both));
    }

    private void sameLogicalName(ClassName where, String what, String logicalName, String both) {
        add(where, Diagnostic.SAME_LOGICAL_NAME, what, logicalName, both);
    }

    /** Whether it is known of every handler which request it takes away from the missing ones. */
    static boolean everyHandlerIsKnown(CompilationModel model) {
        return model.failures().isEmpty()
                && model.handlers().stream()
                        .noneMatch(handler -> handler.role() == Role.REQUEST_HANDLER && handler.message() == null);
    }

    private void missingHandler(RequestType request) {
        if (missing != MissingPolicy.OFF
                && !request.handledElsewhere()
                && !request.has(Obstacle.TYPE_PARAMETERS)
                && !request.has(Obstacle.NO_ANSWER)
                && model.handlersOf(request.name()).isEmpty()) {
            findings.add(missing(request.name(), request.name().nestedName(), request, "mark it @HandledElsewhere")
                    .under(missing));
        }
    }

    /**
     * A request without a handler.
     *
     * @param where the class to point at
     * @param name what the request is called there
     * @param otherwise what else can be done
     */
    static Finding missing(ClassName where, String name, RequestType request, String otherwise) {
        return Finding.at(where, Diagnostic.MISSING_HANDLER, name, request.handlerInterface(), otherwise);
    }

    private void add(ClassName where, Diagnostic diagnostic, String... arguments) {
        findings.add(Finding.at(where, diagnostic, arguments));
    }
}
