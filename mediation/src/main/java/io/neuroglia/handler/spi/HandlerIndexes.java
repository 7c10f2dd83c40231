package io.neuroglia.handler.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that the compiler wrote for the modules of an application, ordered by name so that the class path's order
 * decides nothing. Immutable; thread-safe as far as the indexes are.
 *
 * @since 0.1
 */
public final class HandlerIndexes {
    private final List<HandlerIndex> all;
    private final List<Unloadable> unloadable;

    private HandlerIndexes(List<HandlerIndex> all, List<Unloadable> unloadable) {
        this.all = List.copyOf(all);
        this.unloadable = List.copyOf(unloadable);
    }

    /**
     * Finds all indexes. Those that cannot be loaded are noted and hide no others.
     *
     * @param classLoader where to look; null for the system's class loader
     * @return the indexes
     */
    public static HandlerIndexes load(@Nullable ClassLoader classLoader) {
        List<HandlerIndex> indexes = new ArrayList<>();
        List<Unloadable> unloadable = new ArrayList<>();
        Iterator<HandlerIndex> found =
                ServiceLoader.load(HandlerIndex.class, classLoader).iterator();
        while (hasNext(found, unloadable)) {
            try {
                HandlerIndex index = found.next();
                Unloadable foreign = foreign(index);
                if (foreign == null) {
                    indexes.add(index);
                } else {
                    unloadable.add(foreign);
                }
            } catch (ServiceConfigurationError | LinkageError failure) {
                unloadable.add(new Unloadable("A handler index", failure));
            }
        }
        indexes.sort(Comparator.comparing(index -> index.getClass().getName()));
        return new HandlerIndexes(indexes, unloadable);
    }

    /**
     * Indexes that are known already.
     *
     * @param indexes in the order in which their entries are registered
     * @return all of them
     */
    public static HandlerIndexes of(HandlerIndex... indexes) {
        return new HandlerIndexes(List.of(indexes), List.of());
    }

    /**
     * Whether none was found, also none that cannot be loaded.
     *
     * @return true where the processor has not run
     */
    public boolean isEmpty() {
        return all.isEmpty() && unloadable.isEmpty();
    }

    /**
     * Demands that the processor has run.
     *
     * @param consequence a sentence that says what does not work without an index
     * @throws MissingIndexException if there is none
     */
    public void requireAny(String consequence) {
        if (isEmpty()) {
            throw new MissingIndexException(consequence);
        }
    }

    /**
     * The indexes that cannot be loaded, or were written by another version of the processor.
     *
     * @return an unmodifiable list
     */
    public List<Unloadable> unloadable() {
        return unloadable;
    }

    /**
     * The entries of all indexes that can be loaded.
     *
     * @return an unmodifiable list
     */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (HandlerIndex index : all) {
            int size = index.size();
            for (int number = 0; number < size; number++) {
                entries.add(new Entry(index, number));
            }
        }
        return List.copyOf(entries);
    }

    private static boolean hasNext(Iterator<HandlerIndex> found, List<Unloadable> unloadable) {
        try {
            return found.hasNext();
        } catch (ServiceConfigurationError failure) {
            unloadable.add(new Unloadable("The list of handler indexes", failure));
            return false;
        }
    }

    private static @Nullable Unloadable foreign(HandlerIndex index) {
        int format = index.format();
        return format == HandlerIndex.FORMAT
                ? null
                : new Unloadable(
                        "The handler index " + index.getClass().getName(),
                        new IllegalStateException("It has format " + format + ", but this version reads format "
                                + HandlerIndex.FORMAT
                                + ". Compile its module with the neuroglia-processor whose version"
                                + " is that of neuroglia-mediation."));
    }

    /**
     * One line of an index.
     *
     * @param index the index
     * @param number of the entry in it
     * @since 0.1
     */
    public record Entry(HandlerIndex index, int number) {
        /**
         * Names what the entry holds.
         *
         * @param visitor told of it
         * @throws LinkageError if a class of the entry cannot be loaded
         */
        public void accept(HandlerIndexVisitor visitor) {
            index.accept(number, visitor);
        }

        /**
         * Makes the handler or behavior that the entry names.
         *
         * @param parts what its constructor takes
         * @return a new instance
         * @throws Exception whatever {@link HandlerIndex#create} throws
         */
        public Object create(Parts parts) throws Exception {
            return index.create(number, parts);
        }

        /**
         * The class of the request that the entry names with its handler, loaded now.
         *
         * @return the class
         * @throws IllegalStateException if the entry names none
         * @throws LinkageError if a class of the entry cannot be loaded
         */
        public Class<?> requestType() {
            return RequestTypeOfEntry.of(this);
        }

        /**
         * An entry whose class cannot be loaded.
         *
         * @param failure why not
         * @return the entry in words
         */
        public Unloadable unloadable(LinkageError failure) {
            return new Unloadable(subject() + " (named by " + index.getClass().getName() + ")", failure);
        }

        /**
         * What the entry stands for.
         *
         * @return name of a handler's or behavior's class, or of a message that stands alone
         */
        public String subject() {
            Indexed names = index.getClass().getAnnotation(Indexed.class);
            return names == null || number >= names.value().length ? "A class" : names.value()[number];
        }
    }

    /**
     * What cannot be loaded, and why.
     *
     * @param what the class or index in words
     * @param reason what was thrown
     * @since 0.1
     */
    public record Unloadable(String what, Throwable reason) {
        /** What it is, and what was thrown. */
        @Override
        public String toString() {
            return what + ": " + reason;
        }
    }
}
