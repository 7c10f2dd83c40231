package io.neuroglia.data.json;

import io.neuroglia.data.DataFailureException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes under which values are stored and as which they are read again. Thread-safe.
 *
 * @since 0.1
 */
public final class StoredTypes {
    private StoredTypes() {}

    /**
     * The class as which a value is read again. For an enum constant with a body of its own that is the enum.
     *
     * @param value to be stored
     * @return a class that has a name
     * @throws DataFailureException if the class of the value has no name that could be stored, such as an anonymous one
     */
    public static Class<?> of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass();
        }
        for (Class<?> collection : List.of(List.class, Set.class, Map.class)) {
            if (collection.isInstance(value) && isOfTheJdk(value.getClass())) {
                return collection;
            }
        }
        Class<?> type = value.getClass();
        if (type.isAnonymousClass() || type.isHidden() || type.isSynthetic()) {
            throw new DataFailureException("Cannot store a value of " + type.getName()
                    + ", because this class has no name by which it could be found again. Make it a record.");
        }
        return type;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return type.getName().startsWith("java.");
    }
}
