package io.neuroglia.data.json;

import java.io.Serial;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/** Says that what a constructor takes must be there, unless it is an {@code Optional} or marked {@code @Nullable}. */
final class RequiredComponents extends AnnotationIntrospector {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    RequiredComponents() {}

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (member instanceof AnnotatedParameter component
                && component.getOwner().getAnnotated() instanceof Executable creator) {
            return !OPTIONALS.contains(component.getRawType()) && !isNullable(creator, component.getIndex());
        }
        return null;
    }

    private static boolean isNullable(Executable creator, int index) {
        Parameter parameter = creator.getParameters()[index];
        return Stream.of(parameter.getAnnotatedType().getAnnotations(), parameter.getAnnotations())
                .flatMap(Stream::of)
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }
}
