package io.neuroglia.data.json;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that was read is the one that was written: by {@code equals}, and by what is inside where a class has no
 * {@code equals}, such as an array. How a value without {@code equals} is written is compared elsewhere.
 */
final class Sameness {
    private static final int DEEPEST = 1_000;

    private Sameness() {}

    /** Names the first place where the two differ, empty for the whole; null if they are the same. */
    static @Nullable String firstDifference(Object written, Object read) {
        return compare(written, read, "", 0);
    }

    private static @Nullable String compare(@Nullable Object written, @Nullable Object read, String path, int depth) {
        if (Objects.equals(written, read) || depth > DEEPEST) {
            return null;
        }
        if (written == null || read == null) {
            return path;
        }
        if (written instanceof Map<?, ?> one && read instanceof Map<?, ?> other) {
            return compareEntries(one, other, path, depth);
        }
        if (written instanceof Collection<?> one && read instanceof Collection<?> other) {
            return compareElements(one, other, path, depth);
        }
        if (written.getClass() != read.getClass()) {
            return path;
        }
        if (written instanceof Optional<?> one && read instanceof Optional<?> other) {
            return compare(one.orElse(null), other.orElse(null), path, depth + 1);
        }
        return compareParts(written, read, path, depth);
    }

    private static @Nullable String compareParts(Object written, Object read, String path, int depth) {
        Class<?> type = written.getClass();
        if (type.isArray()) {
            return compareArrays(written, read, path, depth);
        }
        if (type.isRecord()) {
            return compareComponents(written, read, path, depth);
        }
        return hasEquals(type) ? path : compareFields(written, read, path, depth);
    }

    private static @Nullable String compareArrays(Object written, Object read, String path, int depth) {
        if (Array.getLength(written) != Array.getLength(read)) {
            return path;
        }
        for (int i = 0; i < Array.getLength(written); i++) {
            String place = compare(Array.get(written, i), Array.get(read, i), FieldPath.element(path, i), depth + 1);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    /** Records whose components are all equal, and which are not, have an opinion of their own. */
    private static @Nullable String compareComponents(Object written, Object read, String path, int depth) {
        boolean equal = true;
        for (RecordComponent component : written.getClass().getRecordComponents()) {
            Object one = valueOf(component, written);
            Object other = valueOf(component, read);
            String place = compare(one, other, FieldPath.field(path, component.getName()), depth + 1);
            if (place != null) {
                return place;
            }
            equal &= Objects.equals(one, other);
        }
        return equal ? path : null;
    }

    private static @Nullable String compareFields(Object written, Object read, String path, int depth) {
        for (Class<?> type = written.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && field.trySetAccessible()) {
                    String place = compare(
                            valueOf(field, written),
                            valueOf(field, read),
                            FieldPath.field(path, field.getName()),
                            depth + 1);
                    if (place != null) {
                        return place;
                    }
                }
            }
        }
        return null;
    }

    /** Entries whose keys have no {@code equals} are compared as written. */
    private static @Nullable String compareEntries(Map<?, ?> written, Map<?, ?> read, String path, int depth) {
        if (written.size() != read.size()) {
            return path;
        }
        if (!allHaveEquals(written.keySet())) {
            return null;
        }
        if (!read.keySet().containsAll(written.keySet())) {
            return path;
        }
        for (Map.Entry<?, ?> entry : written.entrySet()) {
            String place = FieldPath.field(path, String.valueOf(entry.getKey()));
            String different = compare(entry.getValue(), read.get(entry.getKey()), place, depth + 1);
            if (different != null) {
                return different;
            }
        }
        return null;
    }

    /** A set is none when it is read as a list. Elements without {@code equals} of a set are compared as written. */
    private static @Nullable String compareElements(Collection<?> written, Collection<?> read, String path, int depth) {
        if (written.size() != read.size() || written instanceof Set<?> != read instanceof Set<?>) {
            return path;
        }
        if (written instanceof Set<?>) {
            return allHaveEquals(written) ? path : null;
        }
        Iterator<?> others = read.iterator();
        int index = 0;
        for (Object element : written) {
            String place = compare(element, others.next(), FieldPath.element(path, index++), depth + 1);
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static boolean allHaveEquals(Collection<?> elements) {
        return elements.stream().allMatch(element -> element == null || hasEquals(element.getClass()));
    }

    private static boolean hasEquals(Class<?> type) {
        try {
            return !type.isArray() && type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every class has equals", impossible);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object holder) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException cause) {
            throw new IllegalStateException("Cannot read " + component, cause);
        }
    }

    private static @Nullable Object valueOf(Field field, Object holder) {
        try {
            return field.get(holder);
        } catch (IllegalAccessException cause) {
            throw new IllegalStateException("Cannot read " + field, cause);
        }
    }
}
