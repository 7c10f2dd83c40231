package io.neuroglia.processor;

import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Domain events that a unit of work publishes, although it could raise them. */
final class PublishCalls {
    private final AnalyzedCode code;
    private final StageReader stages;

    PublishCalls(AnalyzedCode code, StageReader stages) {
        this.code = code;
        this.stages = stages;
    }

    void call(TreePath call, Element method, List<TreePath> arguments) {
        if (isPublish(method)) {
            published(call, code.typeAt(arguments.get(0)));
        }
    }

    /** As in {@code events.forEach(mediator::publish)}. */
    void reference(TreePath reference) {
        Element method = code.elementAt(reference);
        if (method != null && isPublish(method) && code.typeAt(reference) instanceof DeclaredType function) {
            function.getTypeArguments().stream().findFirst().ifPresent(event -> published(reference, event));
        }
    }

    private boolean isPublish(Element method) {
        return code.isMethodOf(MediationNames.MEDIATOR, method, "publish", "publishAsync");
    }

    private void published(TreePath place, @Nullable TypeMirror event) {
        Hierarchy hierarchy = code.hierarchyOf(event);
        if (event != null && hierarchy != null && hierarchy.contains(MediationNames.DOMAIN_EVENT)) {
            code.classesAround(place)
                    .filter(this::isInUnitOfWork)
                    .findFirst()
                    .ifPresent(handler -> code.report(
                            Kind.WARNING,
                            Diagnostic.DOMAIN_EVENT_PUBLISHED,
                            place,
                            handler.getSimpleName().toString(),
                            TypeWords.of(event)));
        }
    }

    /** Handlers of commands and of stored events, and behaviors that are sure to stand inside the transaction. */
    private boolean isInUnitOfWork(TypeElement type) {
        Hierarchy hierarchy = Hierarchy.of(type, code.types());
        return handles(hierarchy.find(MediationNames.REQUEST_HANDLER), MediationNames.COMMAND)
                || handles(hierarchy.find(MediationNames.EVENT_HANDLER), MediationNames.DOMAIN_EVENT)
                || (hierarchy.contains(MediationNames.BEHAVIOR) && "DEDUPLICATE".equals(stages.stageOf(type)));
    }

    private boolean handles(@Nullable DeclaredType handler, String message) {
        if (handler == null || handler.getTypeArguments().isEmpty()) {
            return false;
        }
        Hierarchy handled = code.hierarchyOf(handler.getTypeArguments().get(0));
        return handled != null && handled.contains(message);
    }
}
