package io.neuroglia.processor;

import java.util.Set;
import javax.lang.model.element.ElementKind;

/** What is known of the classes that come with Java. */
final class JdkTypes {
    private static final Set<String> MUTABLE = Set.of(
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.util.BitSet",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.StringJoiner",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp");

    /** Types that Jackson writes, or not, and never reads: it has no way to make one. */
    private static final Set<String> NEVER_READ = Set.of(
            "java.io.Closeable",
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.Reader",
            "java.io.Writer",
            "java.lang.AutoCloseable",
            "java.lang.ClassLoader",
            "java.lang.Comparable",
            "java.lang.Runnable",
            "java.lang.Thread",
            "java.time.Clock",
            "java.time.temporal.Temporal",
            "java.time.temporal.TemporalAccessor",
            "java.util.Comparator",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.ListIterator",
            "java.util.Spliterator",
            "java.util.concurrent.BlockingDeque",
            "java.util.concurrent.BlockingQueue",
            "java.util.concurrent.Callable",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.TransferQueue",
            "java.util.concurrent.locks.Lock");

    /** Types that Jackson reads as what JSON has: texts, numbers, lists and maps. */
    private static final Set<String> READ_AS_ANYTHING = Set.of("java.lang.Object", "java.io.Serializable");

    /** Types that stand for what they hold. */
    private static final Set<String> HOLDERS = Set.of(
            "java.util.Optional",
            "java.util.Map.Entry",
            "java.util.concurrent.atomic.AtomicReference",
            "java.lang.Iterable");

    private JdkTypes() {}

    static boolean isMutable(String name, ElementKind kind, Hierarchy hierarchy) {
        boolean collection = hierarchy.contains("java.util.Collection") || hierarchy.contains("java.util.Map");
        return MUTABLE.contains(name)
                || name.startsWith("java.util.concurrent.atomic.")
                || (collection && name.startsWith("java.") && kind == ElementKind.CLASS);
    }

    static boolean areOf(String name) {
        return name.startsWith("java.") || name.startsWith("javax.");
    }

    static boolean isModule(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    /** For a test that they are what they are said to be. */
    static Set<String> neverRead() {
        return NEVER_READ;
    }

    static boolean isNeverRead(String name) {
        return NEVER_READ.contains(name)
                || name.startsWith("java.util.function.")
                || name.startsWith("java.util.stream.");
    }

    static boolean isReadAsAnything(String name) {
        return READ_AS_ANYTHING.contains(name);
    }

    static boolean isHolder(String name) {
        return HOLDERS.contains(name);
    }
}
