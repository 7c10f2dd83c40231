package io.neuroglia.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Finds what is wrong inside of messages and behaviors, when all types are known. For the last round. */
final class ShapeChecks {
    private final ProcessingEnvironment environment;
    private final RequestShapes requests;
    private final EventShapes events;
    private final BehaviorCycles cycles;
    private final List<Finding> findings = new ArrayList<>();

    private ShapeChecks(ProcessingEnvironment environment) {
        this.environment = environment;
        this.requests = new RequestShapes(environment.getTypeUtils());
        this.events = new EventShapes(environment);
        this.cycles = new BehaviorCycles(StageReader.of(environment));
    }

    /** Checks classes; a name that has no class is passed over. */
    static List<Finding> of(NavigableSet<ClassName> classes, ProcessingEnvironment environment) {
        ShapeChecks checks = new ShapeChecks(environment);
        classes.forEach(checks::check);
        checks.findings.addAll(checks.cycles.findings());
        return List.copyOf(checks.findings);
    }

    private void check(ClassName name) {
        TypeElement element = environment.getElementUtils().getTypeElement(name.canonicalName());
        if (element == null) {
            return;
        }
        try {
            SourceType type = new SourceType(element);
            Hierarchy hierarchy = Hierarchy.of(element, environment.getTypeUtils());
            findings.addAll(requests.of(type, hierarchy));
            findings.addAll(events.of(type, hierarchy));
            cycles.add(type, hierarchy);
        } catch (RuntimeException e) {
            findings.add(Finding.failure(name.canonicalName(), name, e));
        }
    }
}
