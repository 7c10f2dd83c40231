package io.neuroglia.processor;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.DeclaredType;

/** What a mapper says to MapStruct of its implementation, by itself or by its {@code @MapperConfig}. */
record MapperSettings(SourceType mapper, Map<String, String> options) {

    /** Whether no container makes the implementation. */
    boolean isSelfMade() {
        String byOption =
                options.getOrDefault(MapStructNames.DEFAULT_COMPONENT_MODEL_OPTION, MapStructNames.NO_CONTAINER);
        return setting("componentModel").orElse(byOption).equals(MapStructNames.NO_CONTAINER);
    }

    /** The class that MapStruct writes; beside the mapper, unless said otherwise. */
    ClassName implementation() {
        ClassName name = mapper.name();
        String packageName =
                setting("implementationPackage").orElse("<PACKAGE_NAME>").replace("<PACKAGE_NAME>", name.packageName());
        String className = setting("implementationName")
                .orElse("<CLASS_NAME>Impl")
                .replace("<CLASS_NAME>", name.nestedName().replace('.', '$'));
        return new ClassName(packageName, className);
    }

    private Optional<String> setting(String attribute) {
        return annotations()
                .flatMap(annotation -> value(annotation, attribute).stream())
                .map(Object::toString)
                .findFirst();
    }

    /** The mapper's own goes first. */
    private Stream<AnnotationMirror> annotations() {
        return SourceType.annotationOn(mapper.element(), MapStructNames.MAPPER).stream()
                .flatMap(own -> Stream.concat(Stream.of(own), shared(own)));
    }

    private static Stream<AnnotationMirror> shared(AnnotationMirror own) {
        return value(own, "config").stream()
                .filter(DeclaredType.class::isInstance)
                .map(config -> ((DeclaredType) config).asElement())
                .flatMap(config -> SourceType.annotationOn(config, MapStructNames.MAPPER_CONFIG).stream());
    }

    private static Optional<Object> value(AnnotationMirror annotation, String attribute) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> entry.getValue().getValue())
                .findFirst();
    }
}
