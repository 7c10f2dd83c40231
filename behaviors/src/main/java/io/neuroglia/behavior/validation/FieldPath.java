package io.neuroglia.behavior.validation;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a field in Java's words, such as {@code pizzaItems[0].size}: no names that only the validator knows. */
record FieldPath(List<Step> steps) implements Comparable<FieldPath> {
    FieldPath {
        steps = List.copyOf(steps);
    }

    static FieldPath of(Path path) {
        List<Step> steps = new ArrayList<>();
        path.forEach(node -> steps.add(Step.of(node)));
        return new FieldPath(steps);
    }

    /** Name of the outermost property, empty for the request as a whole. */
    String root() {
        return steps.isEmpty() ? "" : steps.getFirst().property();
    }

    /** Step by step; a path stands before those it leads to. */
    @Override
    public int compareTo(FieldPath other) {
        int common = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            int difference = steps.get(i).compareTo(other.steps.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(steps.size(), other.steps.size());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(step.place());
            if (!step.property.isEmpty()) {
                text.append(text.isEmpty() ? "" : ".").append(step.property);
            }
        }
        return text.toString();
    }

    /**
     * One step: into an element of the container before, if any, then to a property of it, if any.
     *
     * @param place {@code [2]} or {@code [key]}, else empty
     * @param index position of the element, -1 when it has none
     * @param property name of the property, empty for the element or object itself
     */
    record Step(String place, int index, String property) implements Comparable<Step> {
        private static final Comparator<Step> ORDER =
                Comparator.comparingInt(Step::index).thenComparing(Step::place).thenComparing(Step::property);

        static Step of(Path.Node node) {
            @Nullable Integer index = node.getIndex();
            @Nullable Object place = index == null ? node.getKey() : index;
            @Nullable String property = node.getKind() == ElementKind.PROPERTY ? node.getName() : null;
            return new Step(
                    node.isInIterable() ? "[" + (place == null ? "" : place) + "]" : "",
                    index == null ? -1 : index,
                    property == null ? "" : property);
        }

        @Override
        public int compareTo(Step other) {
            return ORDER.compare(this, other);
        }
    }
}
