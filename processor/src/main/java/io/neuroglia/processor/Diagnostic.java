package io.neuroglia.processor;

import java.util.List;

/** All that the processor can complain of. An id never changes its meaning and is never used again. */
enum Diagnostic {
    FAILURE(
            "NEU000",
            Severity.ERROR,
            "The processor failed",
            "Neuroglia's processor failed at %s: %s. This is a bug in Neuroglia: please report it with this message"
                    + " and the code it names."),
    MISSING_HANDLER(
            "NEU001",
            Severity.ERROR,
            "Request without a handler",
            "No handler for %s. Write a class that implements %s, or %s."),
    SEVERAL_HANDLERS(
            "NEU002",
            Severity.ERROR,
            "Two handlers for one request",
            "Two handlers for %s: %s. Remove one, or mark one @NotIndexed and do not register it."),
    REQUEST_NOT_FINAL(
            "NEU003",
            Severity.ERROR,
            "Request is neither a record nor a final class",
            "%s is neither a record nor a final class, but the handler of a request is looked up by its exact class."
                    + " Make it a record, or write a handler for each class that is one."),
    HANDLER_NOT_CONSTRUCTIBLE(
            "NEU004",
            Severity.ERROR,
            "Handler that the application cannot make",
            "%s is %s, so the application cannot make it. Declare it as a top-level or static nested class that is not"
                    + " private and has a constructor that is not, or mark it @NotIndexed and register it by hand."),
    TYPE_ARGUMENTS(
            "NEU005",
            Severity.ERROR,
            "Handler or message with type parameters",
            "%s %s, but handlers and messages are looked up by class, and a class knows no type arguments. Use classes"
                    + " without type parameters; a class that is only extended can be abstract."),
    SAME_LOGICAL_NAME(
            "NEU006",
            Severity.ERROR,
            "Two events or two event handlers with one logical name",
            "Two %s are stored under the name %s: %s. Give one of them a @LogicalName of its own."),
    HIDDEN_MESSAGE(
            "NEU007",
            Severity.ERROR,
            "Message that the index cannot name",
            "The index of package %s cannot name %s, because it or a class around it is not visible there. Make it"
                    + " visible, or mark %s @NotIndexed."),
    UNKNOWN_OPTION(
            "NEU008",
            Severity.ERROR,
            "Unknown value of an option",
            "-A%s=%s is not known. Use one of error, warn and off."),
    BEHAVIOR_CYCLE(
            "NEU009",
            Severity.ERROR,
            "Behaviors ordered in a cycle",
            "The order of these behaviors is a cycle: %s. Take one of them out of a @RunsAfter."),
    CACHED_IN_VAIN(
            "NEU010",
            Severity.ERROR,
            "Cached, but not a query that answers a value",
            "%s is %s, so its answers must not be cached. Take @Cached away, or make it a query that answers a value."),
    EVENT_NOT_STORABLE(
            "NEU011",
            Severity.ERROR,
            "Event that cannot be stored as JSON",
            "%s %s, because %s. Use records of plain data, or say by Jackson's annotations how it is written and read,"
                    + " or mark the event @NotIndexed if it is never stored."),
    DOMAIN_EVENT_PUBLISHED(
            "NEU012",
            Severity.WARNING,
            "Domain event that is published instead of raised",
            "%s publishes %s: it is told at once and never stored, even if the transaction rolls back. Raise it, by"
                    + " raiseEvent(…) in its aggregate or by unitOfWork.raise(…), so that it is stored with the change"
                    + " and delivered after it."),
    SEVERAL_MAPPINGS(
            "NEU013",
            Severity.ERROR,
            "Two mappings between the same classes",
            "Two mappings from %s to %s: %s and %s. Take one away, or mark one @NotIndexed; MapStruct uses it all the"
                    + " same."),
    MISSING_MAPPING(
            "NEU014",
            Severity.ERROR,
            "Mapping that nobody declares",
            "No mapping from %s to %s. Declare a method for it in an interface with MapStruct's @Mapper, or register"
                    + " one with Mapper.builder().mapping(…)."),
    SEVERAL_CONSTRUCTORS(
            "NEU015",
            Severity.ERROR,
            "Handler with several constructors",
            "%s has several constructors, and nothing says which one makes it. Leave one, or mark one with @Inject or"
                    + " @Autowired."),
    NO_ANSWER(
            "NEU016",
            Severity.ERROR,
            "Request that does not say what it answers",
            "%s leaves out the type of its answer, so no handler fits it. Write Command<X> or Query<X>, and"
                    + " Command<Void> if it answers no data."),
    MAPPER_NOT_IMPLEMENTED(
            "NEU017",
            Severity.ERROR,
            "Mapper without its implementation",
            "MapStruct has not written %s, the implementation of %s. Put org.mapstruct:mapstruct-processor beside"
                    + " neuroglia-processor on the processor path, or mark %s @NotIndexed."),
    MUTABLE_REQUEST(
            "NEU018",
            Severity.WARNING,
            "Request that can change",
            "%s can change while it is handled, because %s. Behaviors remember, repeat and compare requests. Use a"
                    + " record of immutable components."),
    INDEX_NOT_PROVIDED(
            "NEU019",
            Severity.ERROR,
            "Module that does not provide its index",
            "Module %s does not provide all of its handler indexes, so nobody finds them on the module path. Write into"
                    + " its module-info: %s");

    /** How bad it is. */
    enum Severity {
        ERROR,
        WARNING
    }

    private final String id;
    private final Severity severity;
    private final String title;
    private final String template;

    Diagnostic(String id, Severity severity, String title, String template) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.template = template;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    /** The title of its page. */
    String title() {
        return title;
    }

    /** Where it is explained. */
    String page() {
        return "docs/errors/" + id + ".md";
    }

    /** What the compiler prints: what happened, where, and what to do. */
    String message(List<String> arguments) {
        return "[" + id + "] " + template.formatted(arguments.toArray()) + " See " + page();
    }
}
