package io.neuroglia.behavior.caching;

import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The declared type of a query's data, which decides how it is protected from its readers: collections that are declared
 * by their general interfaces are copied, in their order and with nulls; everything else has to be immutable itself.
 */
enum AnswerType {
    LIST(List.class, Collection.class, Iterable.class) {
        @Override
        Object copyOf(Object data) {
            List<Object> copy = new ArrayList<>();
            ((Iterable<?>) data).forEach(copy::add);
            return Collections.unmodifiableList(copy);
        }
    },
    SET(Set.class) {
        @Override
        Object copyOf(Object data) {
            return Collections.unmodifiableSet(new LinkedHashSet<>((Set<?>) data));
        }
    },
    MAP(Map.class) {
        @Override
        Object copyOf(Object data) {
            return Collections.unmodifiableMap(new LinkedHashMap<>((Map<?, ?>) data));
        }
    },
    VALUE {
        @Override
        Object copyOf(Object data) {
            return data;
        }
    };

    private final Set<Class<?>> declaredAs;

    AnswerType(Class<?>... declaredAs) {
        this.declaredAs = Set.of(declaredAs);
    }

    static AnswerType of(Class<?> queryType) {
        Class<?> data = rawType(argumentOfQuery(queryType, Map.of()));
        return Arrays.stream(values())
                .filter(type -> type.declaredAs.contains(data))
                .findFirst()
                .orElse(VALUE);
    }

    /** An unmodifiable copy of data that is not null. */
    abstract Object copyOf(Object data);

    /** The same result, with data that its readers cannot change as far as that is ours to do. */
    @SuppressWarnings("unchecked") // the data was declared as the interface that its copy implements
    <T> OperationResult<T> unmodifiable(OperationResult<T> result) {
        return this == VALUE ? result : result.map(data -> data == null ? data : (T) copyOf(data));
    }

    /** What T of Query is for a class, found over its supertypes; null when there is none. */
    private static @Nullable Type argumentOfQuery(Type type, Map<TypeVariable<?>, Type> known) {
        Map<TypeVariable<?>, Type> arguments = new HashMap<>(known);
        Class<?> raw = rawType(type);
        if (type instanceof ParameterizedType parameterized) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                Type argument = parameterized.getActualTypeArguments()[i];
                arguments.put(
                        raw.getTypeParameters()[i],
                        argument instanceof TypeVariable<?> variable
                                ? known.getOrDefault(variable, variable)
                                : argument);
            }
        }
        if (raw == Query.class) {
            return arguments.get(raw.getTypeParameters()[0]);
        }
        return Stream.concat(Stream.ofNullable(raw.getGenericSuperclass()), Arrays.stream(raw.getGenericInterfaces()))
                .map(supertype -> argumentOfQuery(supertype, arguments))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Class<?> rawType(@Nullable Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            case null, default -> Object.class;
        };
    }
}
