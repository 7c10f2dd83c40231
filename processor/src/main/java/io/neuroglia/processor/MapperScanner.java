package io.neuroglia.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads mappers and finds those of their methods that map one class to another. */
final class MapperScanner {
    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Types types;

    MapperScanner(ProcessingEnvironment environment) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
    }

    /** Whether a class is a mapper whose mappings the index is to hold. */
    boolean isMapper(SourceType type) {
        return type.isAnnotated(MapStructNames.MAPPER)
                && !type.isMarked(MediationNames.NOT_INDEXED)
                && !type.hasTypeParameters()
                && type.isVisible();
    }

    /** Whether all that the mapper speaks of exists; what does not may still be written by another processor. */
    boolean isResolved(SourceType mapper) {
        return Hierarchy.of(mapper.element(), types).isResolved()
                && candidates(mapper)
                        .flatMap(method -> Stream.concat(
                                Stream.of(method.getReturnType()),
                                method.getParameters().stream().map(Element::asType)))
                        .noneMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    MapperType describe(SourceType mapper) {
        MapperSettings settings = new MapperSettings(mapper, environment.getOptions());
        List<MapperType.Method> methods = candidates(mapper)
                .flatMap(method -> mapping(mapper, method).stream())
                .sorted(Comparator.comparing(MapperType.Method::name)
                        .thenComparing(method -> method.pair().source())
                        .thenComparing(method -> method.pair().target()))
                .toList();
        return new MapperType(mapper.name(), settings.implementation(), settings.isSelfMade(), methods);
    }

    private Stream<ExecutableElement> candidates(SourceType mapper) {
        return ElementFilter.methodsIn(elements.getAllMembers(mapper.element())).stream()
                .filter(method -> method.getParameters().size() == 1)
                .filter(method -> method.getTypeParameters().isEmpty())
                .filter(method -> method.getThrownTypes().isEmpty())
                .filter(method -> isCallable(method, mapper.name().packageName()))
                .filter(method -> !isServant(method));
    }

    private boolean isCallable(ExecutableElement method, String packageName) {
        boolean samePackage = elements.getPackageOf(method).getQualifiedName().contentEquals(packageName);
        return !method.getModifiers().contains(Modifier.STATIC)
                && (method.getModifiers().contains(Modifier.PUBLIC)
                        || (samePackage && !method.getModifiers().contains(Modifier.PRIVATE)));
    }

    /** Whether it is kept out, or MapStruct calls it only when another method asks for it. */
    private static boolean isServant(ExecutableElement method) {
        boolean special = annotationTypes(method.getParameters().get(0))
                .anyMatch(type -> MapStructNames.SPECIAL_PARAMETERS.contains(nameOf(type)));
        return special
                || annotationTypes(method)
                        .anyMatch(type -> MapStructNames.SERVANTS.contains(nameOf(type))
                                || nameOf(type).equals(MediationNames.NOT_INDEXED)
                                || SourceType.annotationOn(type, MapStructNames.QUALIFIER)
                                        .isPresent());
    }

    private static Stream<Element> annotationTypes(Element annotated) {
        return annotated.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement());
    }

    private static String nameOf(Element type) {
        return ((TypeElement) type).getQualifiedName().toString();
    }

    private Optional<MapperType.Method> mapping(SourceType mapper, ExecutableElement method) {
        ExecutableType type = (ExecutableType)
                types.asMemberOf((DeclaredType) mapper.element().asType(), method);
        TypeMirror source = type.getParameterTypes().get(0);
        TypeMirror target = type.getReturnType();
        if (!isMapped(source, mapper) || !isMapped(target, mapper)) {
            return Optional.empty();
        }
        MapperType.Pair pair = new MapperType.Pair(className(source), className(target));
        return Optional.of(new MapperType.Method(
                mapper.name(), pair, method.getSimpleName().toString(), method));
    }

    /** Classes without type parameters that are not Java's own: those are looked up by class, and worth it. */
    private static boolean isMapped(TypeMirror type, SourceType mapper) {
        return type.getKind() == TypeKind.DECLARED
                && !SourceType.of((DeclaredType) type).hasTypeParameters()
                && !JdkTypes.areOf(className(type).canonicalName())
                && NameableType.in(mapper.name().packageName(), type);
    }

    private static ClassName className(TypeMirror type) {
        return SourceType.of((DeclaredType) type).name();
    }
}
