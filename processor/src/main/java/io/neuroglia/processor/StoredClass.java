package io.neuroglia.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** What Jackson can do with a class, as far as its declaration tells. */
final class StoredClass {
    private static final List<String> TRUSTED = List.of("com.fasterxml.jackson.", "tools.jackson.", "lombok.");
    private static final Set<String> NO_KEYS = Set.of("java.nio.file.Path", "java.util.Optional");

    private final DeclaredType type;
    private final TypeElement element;
    private final Types types;

    StoredClass(DeclaredType type, Types types) {
        this.type = type;
        this.element = (TypeElement) type.asElement();
        this.types = types;
    }

    /** Whether it is read by its name, or annotations say how it is written and read. */
    boolean isTrusted() {
        return element.getKind() == ElementKind.ENUM
                || isAnnotated(element)
                || element.getEnclosedElements().stream().anyMatch(StoredClass::isAnnotated)
                || types.directSupertypes(type).stream()
                        .map(DeclaredType.class::cast)
                        .filter(above -> !JdkTypes.areOf(above.asElement().toString()))
                        .anyMatch(above -> isAnnotated(above.asElement()) || new StoredClass(above, types).isTrusted());
    }

    /** Whether an annotation of Jackson's, or one that writes what we cannot see, stands on it. */
    static boolean isAnnotated(Element annotated) {
        return annotated.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement().toString())
                .anyMatch(name -> TRUSTED.stream().anyMatch(name::startsWith));
    }

    boolean isRecord() {
        return element.getKind() == ElementKind.RECORD;
    }

    /** Why no JSON is ever read as this class, which is no record. */
    Optional<String> reasonWhyNeverRead() {
        if (new SourceType(element).isInner()) {
            return Optional.of("an inner class");
        }
        if (hasFactory()) {
            return Optional.empty();
        }
        if (element.getKind().isInterface()) {
            return Optional.of("an interface without @JsonTypeInfo");
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("an abstract class without @JsonTypeInfo");
        }
        boolean closed = constructors()
                .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE)
                        && !constructor.getParameters().isEmpty());
        return closed ? Optional.of("a class whose constructors are private") : Optional.empty();
    }

    /** Why it is unwise to store this class, which is no record. */
    Optional<String> reasonAgainst() {
        List<VariableElement> fields = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
        if (!fields.isEmpty() && !showsSomething(fields)) {
            return Optional.of("a class that shows no field: neither by a public field nor by a get method");
        }
        return fields.stream().allMatch(field -> field.getModifiers().contains(Modifier.FINAL))
                ? Optional.empty()
                : Optional.of("a class whose fields can change");
    }

    private boolean showsSomething(List<VariableElement> fields) {
        boolean publicField =
                fields.stream().anyMatch(field -> field.getModifiers().contains(Modifier.PUBLIC));
        boolean getter = ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
                .anyMatch(method -> method.getSimpleName().toString().matches("(get|is)[A-Z_$0-9].*"));
        return publicField || getter;
    }

    /** Whether no text is ever read as this class, so that it cannot be the key of a map. */
    boolean isNeverReadAsKey() {
        String name = element.getQualifiedName().toString();
        if (JdkTypes.areOf(name)) {
            Hierarchy hierarchy = Hierarchy.of(element, types);
            return hierarchy.contains("java.util.Collection")
                    || hierarchy.contains("java.util.Map")
                    || NO_KEYS.contains(name)
                    || JdkTypes.isNeverRead(name);
        }
        return !isTrusted() && !hasFactory() && constructors().noneMatch(this::takesOneText);
    }

    /** A static method from one value, which Jackson may take for the way to make the class. */
    private boolean hasFactory() {
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .anyMatch(method -> method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() == 1
                        && types.isSameType(types.erasure(method.getReturnType()), types.erasure(type)));
    }

    private boolean takesOneText(ExecutableElement constructor) {
        return constructor.getParameters().size() == 1
                && isText(constructor.getParameters().get(0).asType());
    }

    private static boolean isText(TypeMirror parameter) {
        return parameter instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.String");
    }

    private Stream<ExecutableElement> constructors() {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream();
    }
}
