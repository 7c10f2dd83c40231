package io.neuroglia.processor;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Warnings that the author of the code has seen and does not want to see again. */
final class Suppression {
    private Suppression() {}

    /** Whether the element, or one around it, has a {@code @SuppressWarnings} with the id of a diagnostic. */
    static boolean covers(Element element, Diagnostic diagnostic) {
        return Stream.iterate(element, around -> around != null, Element::getEnclosingElement)
                .flatMap(Suppression::withField)
                .flatMap(around -> Stream.ofNullable(around.getAnnotation(SuppressWarnings.class)))
                .anyMatch(suppressed -> Arrays.asList(suppressed.value()).contains(diagnostic.id()));
    }

    /** What is written on a component of a record, the compiler shows on its field. */
    private static Stream<Element> withField(Element element) {
        if (element instanceof RecordComponentElement && element.getEnclosingElement() instanceof TypeElement owner) {
            Stream<VariableElement> fields = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream();
            return Stream.concat(
                    Stream.of(element),
                    fields.filter(field -> field.getSimpleName().equals(element.getSimpleName())));
        }
        return Stream.of(element);
    }
}
