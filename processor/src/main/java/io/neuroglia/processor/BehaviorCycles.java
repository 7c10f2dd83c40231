package io.neuroglia.processor;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Behaviors of one stage, each of which would have to stand further in than itself. */
final class BehaviorCycles {
    private final StageReader stages;
    private final NavigableMap<ClassName, Behavior> behaviors = new TreeMap<>();

    BehaviorCycles(StageReader stages) {
        this.stages = stages;
    }

    /** Takes a class into account, if the application will register it as a behavior. */
    void add(SourceType type, Hierarchy hierarchy) {
        boolean behavior = hierarchy.contains(MediationNames.BEHAVIOR) && type.isConcrete();
        if (behavior && !type.isMarked(MediationNames.NOT_INDEXED)) {
            behaviors.put(type.name(), new Behavior(stages.stageOf(type.element()), declaredBefore(type)));
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        behaviors.keySet().forEach(name -> {
            List<ClassName> cycle = cycleThrough(name);
            if (!cycle.isEmpty()) {
                String words = cycle.stream().map(ClassName::nestedName).collect(joining(" after "));
                findings.add(Finding.at(name, Diagnostic.BEHAVIOR_CYCLE, words));
            }
        });
        return findings;
    }

    /** The shortest way from a behavior through those it runs after back to itself; empty if there is none. */
    private List<ClassName> cycleThrough(ClassName start) {
        NavigableSet<ClassName> seen = new TreeSet<>();
        Deque<List<ClassName>> ways = new ArrayDeque<>(List.of(List.of(start)));
        while (!ways.isEmpty()) {
            List<ClassName> way = ways.remove();
            for (ClassName before : runsAfter(way.get(way.size() - 1))) {
                List<ClassName> longer =
                        Stream.concat(way.stream(), Stream.of(before)).toList();
                if (before.equals(start)) {
                    return longer;
                }
                if (seen.add(before)) {
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    /** Those of the same stage; others are ordered by their stage, whatever is declared. */
    private Collection<ClassName> runsAfter(ClassName name) {
        Behavior behavior = Objects.requireNonNull(behaviors.get(name), "behavior");
        return behavior.declaredBefore().stream()
                .filter(before -> {
                    Behavior other = behaviors.get(before);
                    return other != null
                            && other.stage() != null
                            && other.stage().equals(behavior.stage());
                })
                .toList();
    }

    private static NavigableSet<ClassName> declaredBefore(SourceType type) {
        NavigableSet<ClassName> names = new TreeSet<>();
        SourceType.annotationOn(type.element(), MediationNames.RUNS_AFTER)
                .map(AnnotationMirror::getElementValues)
                .ifPresent(attributes -> attributes.values().stream()
                        .flatMap(value -> ((List<?>) value.getValue()).stream())
                        .map(value -> ((AnnotationValue) value).getValue())
                        .filter(DeclaredType.class::isInstance)
                        .forEach(other ->
                                names.add(SourceType.of((DeclaredType) other).name())));
        return names;
    }

    /**
     * A behavior.
     *
     * @param stage null where it cannot be known
     * @param declaredBefore the behaviors it declares to run after
     */
    private record Behavior(@Nullable String stage, NavigableSet<ClassName> declaredBefore) {}
}
