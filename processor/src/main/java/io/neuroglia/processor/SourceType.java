package io.neuroglia.processor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** A class as the compiler sees it, valid for one round. */
record SourceType(TypeElement element) {

    static SourceType of(DeclaredType type) {
        return new SourceType((TypeElement) type.asElement());
    }

    ClassName name() {
        String packageName = packageElement().getQualifiedName().toString();
        String qualified = element.getQualifiedName().toString();
        return new ClassName(
                packageName, packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1));
    }

    private PackageElement packageElement() {
        TypeElement outermost = withEnclosing().reduce((inner, outer) -> outer).orElse(element);
        return (PackageElement) Objects.requireNonNull(outermost.getEnclosingElement(), "package");
    }

    /** The class and all classes in it; the compiler does not show those inside of methods. */
    Stream<SourceType> withNested() {
        return Stream.concat(
                Stream.of(this),
                ElementFilter.typesIn(element.getEnclosedElements()).stream()
                        .flatMap(nested -> new SourceType(nested).withNested()));
    }

    /** The class itself and the classes around it, from the inside out. */
    private Stream<TypeElement> withEnclosing() {
        return Stream.iterate(
                        (Element) element,
                        around -> around.getKind().isClass() || around.getKind().isInterface(),
                        Element::getEnclosingElement)
                .map(TypeElement.class::cast);
    }

    /** Whether instances can exist: it is neither an interface nor abstract. */
    boolean isConcrete() {
        return element.getKind().isClass() && !has(Modifier.ABSTRACT);
    }

    boolean isFinal() {
        return has(Modifier.FINAL);
    }

    boolean isEnum() {
        return element.getKind() == ElementKind.ENUM;
    }

    /** Whether it, or a class around it, needs an instance of the class around. */
    boolean isInner() {
        return withEnclosing()
                .anyMatch(type -> type.getNestingKind().isNested()
                        && type.getKind().isClass()
                        && !type.getModifiers().contains(Modifier.STATIC));
    }

    boolean hasTypeParameters() {
        return !element.getTypeParameters().isEmpty();
    }

    /** Whether the rest of its own package can name it. */
    boolean isVisible() {
        return isVisibleIn(name().packageName());
    }

    /** Whether code of a package can name it. */
    boolean isVisibleIn(String packageName) {
        boolean samePackage = packageElement().getQualifiedName().contentEquals(packageName);
        return withEnclosing()
                .allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC)
                        || (samePackage && !type.getModifiers().contains(Modifier.PRIVATE)));
    }

    /** Whether it has the annotation itself. */
    boolean isAnnotated(String annotation) {
        return annotationOn(element, annotation).isPresent();
    }

    /** Whether it or a class around it has the annotation. */
    boolean isMarked(String annotation) {
        return withEnclosing().anyMatch(type -> annotationOn(type, annotation).isPresent());
    }

    /** Whether it, a class around it or its package has the annotation. */
    boolean isMarkedHereOrInPackage(String annotation) {
        return isMarked(annotation)
                || annotationOn(packageElement(), annotation).isPresent();
    }

    /** The name under which it is stored; the rule is that of {@code LogicalNames}. */
    String logicalName() {
        return annotationOn(element, MediationNames.LOGICAL_NAME)
                .flatMap(SourceType::value)
                .orElseGet(() -> name().nestedName().replace('$', '.'));
    }

    /** Whether it itself has the annotation. */
    boolean has(String annotation) {
        return annotationOn(element, annotation).isPresent();
    }

    /** All texts that an annotation of a class mentions. */
    static Stream<String> texts(TypeElement type, String annotation) {
        return valuesOf(type, annotation).map(AnnotationValue::getValue).map(Object::toString);
    }

    /** All classes that an annotation of a class mentions. */
    static Stream<SourceType> classes(TypeElement type, String annotation) {
        return valuesOf(type, annotation)
                .map(AnnotationValue::getValue)
                .filter(DeclaredType.class::isInstance)
                .map(value -> SourceType.of((DeclaredType) value));
    }

    private static Stream<? extends AnnotationValue> valuesOf(TypeElement type, String annotation) {
        return annotationOn(type, annotation).stream()
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .flatMap(SourceType::single);
    }

    private static Stream<? extends AnnotationValue> single(AnnotationValue value) {
        return value.getValue() instanceof List<?> several
                ? several.stream().map(AnnotationValue.class::cast)
                : Stream.of(value);
    }

    private boolean has(Modifier modifier) {
        return element.getModifiers().contains(modifier);
    }

    static Optional<? extends AnnotationMirror> annotationOn(Element owner, String annotation) {
        return owner.getAnnotationMirrors().stream()
                .filter(mirror -> ((QualifiedNameable)
                                mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .findFirst();
    }

    private static Optional<String> value(AnnotationMirror annotation) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> isValue(entry.getKey()))
                .map(entry -> entry.getValue().getValue().toString())
                .findFirst();
    }

    private static boolean isValue(ExecutableElement attribute) {
        return attribute.getSimpleName().contentEquals("value");
    }
}
