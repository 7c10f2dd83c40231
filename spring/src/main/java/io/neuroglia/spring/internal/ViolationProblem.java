package io.neuroglia.spring.internal;

import io.neuroglia.result.FieldError;
import io.neuroglia.result.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Violations thrown as an exception, as a problem. Loaded only when Jakarta Validation is there. */
final class ViolationProblem {
    static final Class<ConstraintViolationException> TYPE = ConstraintViolationException.class;

    /** What a violation of a method's parameter names before the field. */
    private static final Set<ElementKind> METHOD =
            EnumSet.of(ElementKind.METHOD, ElementKind.CONSTRUCTOR, ElementKind.PARAMETER);

    private ViolationProblem() {}

    /** Empty when nobody's input is to blame: a method returned what it must not. */
    static Optional<Problem> of(Throwable exception) {
        Set<ConstraintViolation<?>> violations = TYPE.cast(exception).getConstraintViolations();
        if (violations == null || violations.isEmpty() || violations.stream().anyMatch(ViolationProblem::isOfReturn)) {
            return Optional.empty();
        }
        List<FieldError> errors = violations.stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return Optional.of(Problem.validation(errors));
    }

    private static boolean isOfReturn(ConstraintViolation<?> violation) {
        return nodes(violation.getPropertyPath()).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** The path from the validated object on; for a plain parameter its name. */
    private static String field(Path path) {
        List<Path.Node> nodes = nodes(path);
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            if (last || !METHOD.contains(nodes.get(i).getKind())) {
                append(field, nodes.get(i));
            }
        }
        return field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable()) {
            Object position = node.getIndex() == null ? node.getKey() : node.getIndex();
            field.append('[').append(position == null ? "" : position).append(']');
        }
        boolean named = node.getName() != null
                && node.getKind() != ElementKind.CONTAINER_ELEMENT
                && node.getKind() != ElementKind.BEAN;
        if (named) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    private static List<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false).toList();
    }
}
