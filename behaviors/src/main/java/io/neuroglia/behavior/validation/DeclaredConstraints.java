package io.neuroglia.behavior.validation;

import static java.util.Comparator.comparingInt;

import io.neuroglia.result.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The constraints that annotations declare. Violations come as a set and leave in an order that is always the same. */
final class DeclaredConstraints {
    private final Validator validator;

    DeclaredConstraints(Validator validator) {
        this.validator = validator;
    }

    boolean existFor(Class<?> type) {
        return validator.getConstraintsForClass(type).isBeanConstrained();
    }

    List<FieldError> brokenBy(Object request) {
        Set<ConstraintViolation<Object>> violations = validator.validate(request);
        if (violations.isEmpty()) {
            return List.of();
        }
        return violations.stream()
                .map(violation -> new Broken(FieldPath.of(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Broken.order(FieldOrder.of(request.getClass())))
                .map(broken -> new FieldError(broken.path.toString(), broken.message))
                .distinct()
                .toList();
    }

    private record Broken(FieldPath path, String message) {
        static Comparator<Broken> order(FieldOrder fields) {
            return comparingInt((Broken broken) -> fields.positionOf(broken.path.root()))
                    .thenComparing(Broken::path)
                    .thenComparing(Broken::message);
        }
    }
}
