package io.neuroglia.message;

import java.util.List;
import java.util.Objects;

/**
 * Reads the logical name of a class. Thread-safe.
 *
 * @since 0.1
 */
public final class LogicalNames {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            LogicalName declared = type.getAnnotation(LogicalName.class);
            return declared == null ? nestedName(type) : declared.value();
        }
    };

    private LogicalNames() {}

    /**
     * The name under which events or handlers of this class are stored.
     *
     * @param type class of an event or of an event handler
     * @return the declared {@link LogicalName}, else the simple name with those of enclosing classes before it
     */
    public static String of(Class<?> type) {
        return NAMES.get(Objects.requireNonNull(type, "type"));
    }

    /**
     * The version of the stored form of events of this class.
     *
     * @param type class of an event
     * @return the declared version, else 1
     */
    public static int versionOf(Class<?> type) {
        LogicalName declared = type.getAnnotation(LogicalName.class);
        return declared == null ? 1 : declared.version();
    }

    /**
     * Former names of events or handlers of this class.
     *
     * @param type class of an event or of an event handler
     * @return the declared aliases, usually none
     */
    public static List<String> aliasesOf(Class<?> type) {
        LogicalName declared = type.getAnnotation(LogicalName.class);
        return declared == null ? List.of() : List.of(declared.aliases());
    }

    private static String nestedName(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
