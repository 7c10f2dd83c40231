package io.neuroglia.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.neuroglia.processor.CompilationModel.EventType;
import io.neuroglia.processor.CompilationModel.Handler;
import io.neuroglia.processor.CompilationModel.RequestType;
import io.neuroglia.processor.CompilationModel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what is wrong between the modules of an application, and points at the class that marks it. */
final class ApplicationChecks {
    private final ApplicationClass application;
    private final NavigableSet<ClassName> own;
    private final CompilationModel whole;
    private final List<Finding> findings = new ArrayList<>();

    private ApplicationChecks(ApplicationClass application, NavigableSet<ClassName> own, CompilationModel whole) {
        this.application = application;
        this.own = own;
        this.whole = whole;
    }

    /**
     * Checks an application.
     *
     * @param own the classes of this compilation, whose quarrels with each other are told where they are
     * @param whole these and the classes of all other modules
     */
    static List<Finding> of(
            ApplicationClass application, NavigableSet<ClassName> own, CompilationModel whole, MissingPolicy missing) {
        ApplicationChecks checks = new ApplicationChecks(application, own, whole);
        checks.severalHandlers();
        checks.sameLogicalNames();
        if (missing != MissingPolicy.OFF
                && Checks.everyHandlerIsKnown(whole)
                && whole.unresolved().isEmpty()) {
            whole.requests().forEach(request -> checks.missingHandler(request, missing));
        }
        return List.copyOf(checks.findings);
    }

    private void severalHandlers() {
        quarrels(handlers(Role.REQUEST_HANDLER), Handler::handled, Handler::name)
                .forEach((request, both) -> add(Diagnostic.SEVERAL_HANDLERS, request.canonicalName(), names(both)));
    }

    private void sameLogicalNames() {
        Stream<EventType> events =
                whole.events().stream().filter(event -> event.obstacles().isEmpty());
        quarrels(events, EventType::logicalName, EventType::name)
                .forEach((name, both) -> add(Diagnostic.SAME_LOGICAL_NAME, "events", name, names(both)));
        // A handler of two events has one name and is one class.
        quarrels(handlers(Role.EVENT_HANDLER), Handler::logicalName, Handler::name)
                .forEach((name, both) -> add(Diagnostic.SAME_LOGICAL_NAME, "event handlers", name, names(both)));
    }

    private void missingHandler(RequestType request, MissingPolicy missing) {
        if (request.handledElsewhere()
                && request.obstacles().isEmpty()
                && !application.byHand().contains(request.name())
                && whole.handlersOf(request.name()).isEmpty()) {
            findings.add(Checks.missing(
                            application.name(),
                            request.name().canonicalName(),
                            request,
                            "name it in @NeurogliaApplication(byHand = …) if a function handles it")
                    .under(missing));
        }
    }

    private Stream<Handler> handlers(Role role) {
        return whole.handlers().stream()
                .filter(handler -> handler.role() == role && handler.obstacles().isEmpty());
    }

    /** What several classes claim that are not all of this compilation. */
    private <E, K> NavigableMap<K, NavigableSet<ClassName>> quarrels(
            Stream<E> claimants, Function<E, K> claim, Function<E, ClassName> name) {
        NavigableMap<K, NavigableSet<ClassName>> quarrels =
                claimants.collect(groupingBy(claim, TreeMap::new, mapping(name, toCollection(TreeSet::new))));
        quarrels.values().removeIf(names -> names.size() < 2 || own.containsAll(names));
        return quarrels;
    }

    private static String names(NavigableSet<ClassName> classes) {
        return classes.stream().map(ClassName::canonicalName).collect(joining(" and "));
    }

    private void add(Diagnostic diagnostic, String... arguments) {
        findings.add(Finding.at(application.name(), diagnostic, arguments));
    }
}
