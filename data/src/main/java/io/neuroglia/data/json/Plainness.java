package io.neuroglia.data.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How much one value of a class says of all: whether it is a record made of nothing but records, enums, and classes of
 * the JDK whose values are all written and read alike.
 */
enum Plainness {
    /** It has something else in it: each value can be different. */
    NONE,
    /** It has further records in it, which a value with gaps does not show. */
    NESTED,
    /** It has single values only, so one value says it all. */
    FLAT;

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            Duration.class);
    private static final Set<Class<?>> KEYS =
            Set.of(String.class, Integer.class, Long.class, UUID.class, LocalDate.class);

    static Plainness of(Class<?> type) {
        if (!type.isRecord() || !isPlain(type, new HashSet<>())) {
            return NONE;
        }
        return Stream.of(type.getRecordComponents()).allMatch(component -> isSingle(component.getType()))
                ? FLAT
                : NESTED;
    }

    /** Whether no value of the class needs to be looked at after this one. */
    boolean passesWith(String json) {
        return this == FLAT
                || (this == NESTED && !json.contains("null") && !json.contains("[]") && !json.contains("{}"));
    }

    private static boolean isPlain(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return true;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type raw = generic.getRawType();
            return raw == Map.class
                    ? isKey(arguments[0]) && isPlain(arguments[1], seen)
                    : (raw == List.class || raw == Set.class) && isPlain(arguments[0], seen);
        }
        return type instanceof Class<?> single && (isSingle(single) || isPlainRecord(single, seen));
    }

    private static boolean isPlainRecord(Class<?> type, Set<Type> seen) {
        return type.isRecord()
                && !isAnnotated(type)
                && type.getTypeParameters().length == 0
                && Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .allMatch(component -> isPlain(component, seen));
    }

    private static boolean isSingle(Class<?> type) {
        return type.isPrimitive() || PLAIN.contains(type) || isPlainEnum(type);
    }

    private static boolean isKey(Type type) {
        return type instanceof Class<?> single && (KEYS.contains(single) || isPlainEnum(single));
    }

    private static boolean isPlainEnum(Class<?> type) {
        return type.isEnum() && !isAnnotated(type);
    }

    /** Whether Jackson is told something, on the class itself, its members or its interfaces. */
    private static boolean isAnnotated(Class<?> type) {
        return Stream.<AnnotatedElement[]>of(
                                new AnnotatedElement[] {type},
                                type.getDeclaredFields(),
                                type.getDeclaredMethods(),
                                type.getDeclaredConstructors())
                        .flatMap(Stream::of)
                        .anyMatch(Plainness::tellsJackson)
                || Stream.of(type.getDeclaredConstructors())
                        .flatMap(constructor -> Stream.of(constructor.getParameters()))
                        .anyMatch(Plainness::tellsJackson)
                || Stream.of(type.getInterfaces()).anyMatch(Plainness::isAnnotated);
    }

    /** Annotations of any origin can be bundles of Jackson's. */
    private static boolean tellsJackson(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .anyMatch(type -> isOfJackson(type)
                        || Stream.of(type.getAnnotations()).anyMatch(outer -> isOfJackson(outer.annotationType())));
    }

    private static boolean isOfJackson(Class<?> type) {
        return type.getName().startsWith("com.fasterxml.jackson.")
                || type.getName().startsWith("tools.jackson.");
    }
}
