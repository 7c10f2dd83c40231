package io.neuroglia.processor;

import io.neuroglia.processor.Diagnostic.Severity;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Types;

/** Events that could not be read again after they were stored as JSON. */
final class EventShapes {
    private static final String FAILS = "cannot be read again once it is stored";
    private static final String UNSAFE = "is unsafe to store";

    private final Types types;

    EventShapes(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
    }

    List<Finding> of(SourceType type, Hierarchy hierarchy) {
        boolean stored = hierarchy.contains(MediationNames.DOMAIN_EVENT)
                && type.isConcrete()
                && !type.isMarked(MediationNames.NOT_INDEXED)
                && !type.hasTypeParameters();
        return stored
                ? StoredForm.flawsOf(type, types).stream()
                        .map(flaw -> finding(type.name(), flaw))
                        .toList()
                : List.of();
    }

    private static Finding finding(ClassName event, StoredForm.Flaw flaw) {
        String verdict = flaw.severity() == Severity.ERROR ? FAILS : UNSAFE;
        Finding finding = Finding.at(event, Diagnostic.EVENT_NOT_STORABLE, event.nestedName(), verdict, flaw.reason())
                .as(flaw.severity());
        return flaw.component() == null ? finding : finding.on(flaw.component());
    }
}
