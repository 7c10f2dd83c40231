package io.neuroglia.spring.web;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.RequestParam;

/** What a client calls a parameter of a controller's method. */
final class ParameterNames {
    private ParameterNames() {}

    /** The name in {@code @RequestParam} or alike, else that of the parameter itself. */
    static String onWire(MethodParameter parameter) {
        return Arrays.stream(parameter.getParameterAnnotations())
                .filter(annotation -> annotation.annotationType().getPackage().equals(RequestParam.class.getPackage()))
                .flatMap(ParameterNames::namesIn)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(), ""));
    }

    private static Stream<String> namesIn(Annotation annotation) {
        return Stream.of("name", "value")
                .map(attribute -> AnnotationUtils.getValue(annotation, attribute))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isEmpty());
    }
}
