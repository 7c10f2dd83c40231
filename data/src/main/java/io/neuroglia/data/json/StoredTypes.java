package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes under which values are stored and as which they are read again. Thread-safe.
 *
 * @since 0.1
 */
public final class StoredTypes {
    private static final List<Class<?>> COLLECTIONS = List.of(List.class, Set.class, Map.class);

    private static final ClassValue<Stored> TYPES = new ClassValue<>() {
        @Override
        protected Stored computeValue(Class<?> type) {
            return new Stored(read(type));
        }
    };

    private StoredTypes() {}

    /**
     * The class as which a value is read again. For an enum constant with a body of its own that is the enum.
     *
     * @param value to be stored
     * @return a class that has a name
     * @throws DataFailureException if the class of the value has no name that could be stored, such as an anonymous one
     */
    public static Class<?> of(Object value) {
        Class<?> type = TYPES.get(value.getClass()).type();
        if (type == null) {
            throw new DataFailureException(
                    "Cannot store a value of " + value.getClass().getName()
                            + ", because this class has no name by which it could be found again. Make it a record.");
        }
        return type;
    }

    private static @Nullable Class<?> read(Class<?> type) {
        if (Enum.class.isAssignableFrom(type)) {
            return type.isEnum() ? type : type.getSuperclass();
        }
        if (type.getName().startsWith("java.")) {
            return COLLECTIONS.stream()
                    .filter(collection -> collection.isAssignableFrom(type))
                    .findFirst()
                    .orElse(type);
        }
        return type.isAnonymousClass() || type.isHidden() || type.isSynthetic() ? null : type;
    }

    private record Stored(@Nullable Class<?> type) {}
}
