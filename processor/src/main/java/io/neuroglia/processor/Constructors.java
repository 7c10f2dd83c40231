package io.neuroglia.processor;

import io.neuroglia.processor.Construction.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the constructor by which a handler is made. The rules are those of Spring, so that a handler is made the same
 * way with it and without: the only one, else the one marked for injection, else the one without parameters.
 */
final class Constructors {
    private static final Set<String> MARKS = Set.of("Inject", "Autowired");
    private static final Set<String> LOMBOK =
            Set.of("lombok.RequiredArgsConstructor", "lombok.AllArgsConstructor", "lombok.Data", "lombok.Value");

    private final Elements elements;
    private final Types types;

    Constructors(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Those that the rest of the package can call. */
    static List<ExecutableElement> callable(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }

    /** The one to call; empty where there is none, or where nothing says which. */
    static Optional<ExecutableElement> chosen(TypeElement type) {
        List<ExecutableElement> callable = callable(type);
        if (callable.size() == 1) {
            return Optional.of(callable.getFirst());
        }
        List<ExecutableElement> marked =
                callable.stream().filter(Constructors::isMarked).toList();
        return marked.isEmpty()
                ? callable.stream()
                        .filter(constructor -> constructor.getParameters().isEmpty())
                        .findFirst()
                : Optional.of(marked.getFirst()).filter(only -> marked.size() == 1);
    }

    /** Whether a parameter has a type that does not exist yet, or Lombok still has to write the constructor. */
    boolean areUnresolved(TypeElement type, boolean waitedAlready) {
        List<ExecutableElement> callable = callable(type);
        return callable.stream()
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .anyMatch(parameter -> Hierarchy.isMissing(parameter.asType()))
                || (!waitedAlready && isLeftToLombok(type) && callable.stream().allMatch(this::isImplicit));
    }

    /** The chosen constructor in words; null where there is none, or where the package cannot write its parameters. */
    @Nullable
    Construction construction(TypeElement type, String packageName) {
        return chosen(type)
                .filter(constructor -> constructor.getParameters().stream()
                        .allMatch(parameter -> NameableType.in(packageName, boxed(parameter.asType()))))
                .map(constructor -> new Construction(constructor.getParameters().stream()
                        .map(parameter -> parameter(parameter, packageName))
                        .toList()))
                .orElse(null);
    }

    private Parameter parameter(VariableElement parameter, String packageName) {
        TypeMirror type = boxed(parameter.asType());
        return new Parameter(
                parameter.getSimpleName().toString(),
                TypeWords.of(type, name -> IndexWriter.reference(name, packageName)),
                TypeWords.of(type, ClassName::binaryName));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    private boolean isImplicit(ExecutableElement constructor) {
        return elements.getOrigin(constructor) == Origin.MANDATED;
    }

    private static boolean isLeftToLombok(TypeElement type) {
        return annotations(type.getAnnotationMirrors()).stream()
                .anyMatch(annotation ->
                        LOMBOK.contains(annotation.getQualifiedName().toString()));
    }

    private static boolean isMarked(ExecutableElement constructor) {
        return annotations(constructor.getAnnotationMirrors()).stream()
                .anyMatch(
                        annotation -> MARKS.contains(annotation.getSimpleName().toString()));
    }

    private static List<TypeElement> annotations(List<? extends AnnotationMirror> mirrors) {
        List<TypeElement> found = new ArrayList<>();
        mirrors.forEach(
                mirror -> found.add((TypeElement) mirror.getAnnotationType().asElement()));
        return found;
    }
}
