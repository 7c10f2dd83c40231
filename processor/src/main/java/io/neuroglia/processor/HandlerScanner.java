package io.neuroglia.processor;

import io.neuroglia.processor.CompilationModel.EventType;
import io.neuroglia.processor.CompilationModel.Handler;
import io.neuroglia.processor.CompilationModel.RequestType;
import io.neuroglia.processor.CompilationModel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the compiler's elements and describes in words what matters of them. For one scan. */
final class HandlerScanner {
    private final Elements elements;
    private final Types types;
    private final Obstacles obstacles;
    private final Constructors constructors;
    private final Set<ClassName> waited;
    private final List<RequestType> requests = new ArrayList<>();
    private final List<EventType> events = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final NavigableSet<ClassName> unresolved = new TreeSet<>();
    private final NavigableMap<ClassName, RuntimeException> failures = new TreeMap<>();

    private HandlerScanner(ProcessingEnvironment environment, Set<ClassName> waited) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.obstacles = new Obstacles(types);
        this.constructors = new Constructors(elements, types);
        this.waited = waited;
    }

    /**
     * Describes classes as they are in this round; a name that has no class any more is passed over.
     *
     * @param waited those that were seen in an earlier round
     */
    static CompilationModel scan(
            NavigableSet<ClassName> names, Set<ClassName> waited, ProcessingEnvironment environment) {
        HandlerScanner scanner = new HandlerScanner(environment, waited);
        names.forEach(scanner::scan);
        return new CompilationModel(
                scanner.requests, scanner.events, scanner.handlers, scanner.unresolved, scanner.failures);
    }

    private void scan(ClassName name) {
        TypeElement element = elements.getTypeElement(name.canonicalName());
        if (element == null) {
            return;
        }
        try {
            Hierarchy hierarchy = Hierarchy.of(element, types);
            SourceType type = new SourceType(element);
            if (!hierarchy.isResolved() || isHalfWritten(name, type, hierarchy)) {
                unresolved.add(name);
            } else if (type.isConcrete()) {
                describe(name, type, hierarchy);
            }
        } catch (RuntimeException e) {
            failures.put(name, e); // reported on the class by the checks; the others are still read
        }
    }

    /** Whether it is a handler whose constructors are not all known yet. */
    private boolean isHalfWritten(ClassName name, SourceType type, Hierarchy hierarchy) {
        return type.isConcrete()
                && Stream.of(Role.values()).anyMatch(role -> hierarchy.contains(role.interfaceName()))
                && constructors.areUnresolved(type.element(), waited.contains(name));
    }

    private void describe(ClassName name, SourceType type, Hierarchy hierarchy) {
        DeclaredType request = hierarchy.find(MediationNames.REQUEST);
        if (request != null) {
            requests.add(new RequestType(
                    name,
                    handlerInterface(name, hierarchy.contains(MediationNames.COMMAND), request),
                    type.isMarkedHereOrInPackage(MediationNames.HANDLED_ELSEWHERE),
                    obstacles.ofRequest(type, request)));
        }
        if (hierarchy.contains(MediationNames.DOMAIN_EVENT)) {
            events.add(new EventType(name, type.logicalName(), obstacles.ofMessage(type)));
        }
        for (Role role : Role.values()) {
            DeclaredType implemented = hierarchy.find(role.interfaceName());
            if (implemented != null) {
                handlers.add(handler(name, type, role, implemented));
            }
        }
    }

    private static String handlerInterface(ClassName name, boolean command, DeclaredType request) {
        String result = request.getTypeArguments().stream()
                .map(TypeWords::of)
                .findFirst()
                .orElse("?");
        return (command ? "CommandHandler<" : "QueryHandler<") + name.nestedName() + ", " + result + ">";
    }

    private Handler handler(ClassName name, SourceType type, Role role, DeclaredType implemented) {
        DeclaredType message = messageOf(implemented);
        return new Handler(
                name,
                role,
                type.logicalName(),
                message == null ? null : SourceType.of(message).name(),
                role == Role.REQUEST_HANDLER ? answerOf(implemented, name.packageName()) : null,
                constructors.construction(type.element(), name.packageName()),
                obstacles.ofHandler(type, role, implemented, message));
    }

    private static @Nullable String answerOf(DeclaredType implemented, String packageName) {
        return implemented.getTypeArguments().stream()
                .skip(1)
                .findFirst()
                .filter(answer -> NameableType.in(packageName, answer))
                .map(answer -> TypeWords.of(answer, type -> LinksWriter.reference(type, packageName)))
                .orElse(null);
    }

    /** The request or event, which is the first type argument; null if it is not a class or an interface. */
    private static @Nullable DeclaredType messageOf(DeclaredType implemented) {
        return implemented.getTypeArguments().stream()
                .findFirst()
                .filter(message -> message.getKind() == TypeKind.DECLARED)
                .map(DeclaredType.class::cast)
                .orElse(null);
    }
}
