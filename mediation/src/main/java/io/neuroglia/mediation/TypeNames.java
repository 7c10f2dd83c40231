package io.neuroglia.mediation;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes types as the compiler's index does, so that parts are found by their full type. */
final class TypeNames {
    private TypeNames() {}

    static String of(Type type) {
        return switch (type) {
            case Class<?> known when known.isArray() -> of(known.getComponentType()) + "[]";
            case Class<?> known -> known.getName();
            case ParameterizedType parameterized ->
                of(parameterized.getRawType())
                        + Arrays.stream(parameterized.getActualTypeArguments())
                                .map(TypeNames::of)
                                .collect(Collectors.joining(", ", "<", ">"));
            case GenericArrayType array -> of(array.getGenericComponentType()) + "[]";
            case WildcardType wildcard -> ofWildcard(wildcard);
            default ->
                throw new IllegalStateException(
                        "The type " + type + " is a variable. Name a type that is known where it is written.");
        };
    }

    /** Parts are objects: what a constructor takes as an {@code int} is provided as an {@link Integer}. */
    static String ofPart(Class<?> type) {
        return of(MethodType.methodType(type).wrap().returnType());
    }

    private static String ofWildcard(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + of(wildcard.getLowerBounds()[0]);
        }
        Type bound = wildcard.getUpperBounds()[0];
        return bound == Object.class ? "?" : "? extends " + of(bound);
    }
}
