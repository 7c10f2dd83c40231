package io.neuroglia.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Requests that change after they were sent, and answers that are kept although they must not be. */
final class RequestShapes {
    private final Types types;

    RequestShapes(Types types) {
        this.types = types;
    }

    List<Finding> of(SourceType type, Hierarchy hierarchy) {
        Stream<Finding> changes =
                hierarchy.contains(MediationNames.REQUEST) && type.isConcrete() ? changesOf(type) : Stream.empty();
        return Stream.concat(cachedInVain(type, hierarchy), changes).toList();
    }

    private static Stream<Finding> cachedInVain(SourceType type, Hierarchy hierarchy) {
        if (!type.isAnnotated(MediationNames.CACHED)) {
            return Stream.empty();
        }
        return reasonAgainstCaching(hierarchy)
                .map(reason -> Finding.at(
                        type.name(), Diagnostic.CACHED_IN_VAIN, type.name().nestedName(), reason));
    }

    private static Stream<String> reasonAgainstCaching(Hierarchy hierarchy) {
        if (hierarchy.contains(MediationNames.COMMAND)) {
            return Stream.of("a command, which changes something each time");
        }
        if (hierarchy.contains(MediationNames.STREAM_QUERY)) {
            return Stream.of("a streaming query, whose answer is read only once");
        }
        return hierarchy.contains(MediationNames.QUERY) ? Stream.empty() : Stream.of("no query");
    }

    private Stream<Finding> changesOf(SourceType type) {
        ClassName name = type.name();
        if (type.element().getKind() == ElementKind.RECORD) {
            return type.element().getRecordComponents().stream()
                    .flatMap(component -> wordsForMutable(component.asType())
                            .map(words -> mutable(name, "its component " + component.getSimpleName() + " is " + words)
                                    .on(component)));
        }
        Stream<Finding> own = changingFields(type.element())
                .map(field -> mutable(name, "its field " + field.getSimpleName() + " is not final")
                        .on(field));
        Stream<Finding> inherited = superclasses(type.element())
                .flatMap(RequestShapes::changingFields)
                .map(field -> mutable(name, "it inherits the field " + field.getSimpleName() + ", which is not final"));
        return Stream.concat(own, inherited);
    }

    private static Finding mutable(ClassName name, String reason) {
        return Finding.at(name, Diagnostic.MUTABLE_REQUEST, name.nestedName(), reason);
    }

    private static Stream<VariableElement> changingFields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> !field.getModifiers().contains(Modifier.FINAL));
    }

    /** Without those of Java itself, which may have their reasons. */
    private static Stream<TypeElement> superclasses(TypeElement type) {
        return Stream.iterate(
                        type.getSuperclass(),
                        superclass -> superclass.getKind() == TypeKind.DECLARED,
                        superclass -> elementOf(superclass).getSuperclass())
                .map(RequestShapes::elementOf)
                .filter(superclass ->
                        !JdkTypes.areOf(superclass.getQualifiedName().toString()));
    }

    /** How to name a type whose objects change, or nothing for any other. */
    private Stream<String> wordsForMutable(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return Stream.of("an array");
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return Stream.empty();
        }
        TypeElement element = elementOf(type);
        boolean mutable = JdkTypes.isMutable(
                element.getQualifiedName().toString(), element.getKind(), Hierarchy.of(element, types));
        return mutable ? Stream.of("of the mutable class " + element.getSimpleName()) : Stream.empty();
    }

    private static TypeElement elementOf(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }
}
