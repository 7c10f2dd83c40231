package io.neuroglia.spring.mediation;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that the compiler wrote for the modules of the application, ordered by name so that the class path's order
 * decides nothing.
 */
record HandlerIndexes(List<HandlerIndex> all) {

    /** Loads all, or names everything that cannot be loaded: a handler left out in silence would be worse than no start. */
    static HandlerIndexes load(@Nullable ClassLoader classLoader) {
        List<HandlerIndex> indexes = new ArrayList<>();
        List<Throwable> broken = new ArrayList<>();
        Iterator<HandlerIndex> found =
                ServiceLoader.load(HandlerIndex.class, classLoader).iterator();
        while (hasNext(found, broken)) {
            try {
                indexes.add(found.next());
            } catch (ServiceConfigurationError | LinkageError failure) {
                broken.add(failure);
            }
        }
        if (!broken.isEmpty()) {
            throw unloadable(broken);
        }
        indexes.sort(Comparator.comparing(index -> index.getClass().getName()));
        return new HandlerIndexes(List.copyOf(indexes));
    }

    /** Shows every entry of every index. */
    void accept(HandlerIndexVisitor visitor) {
        for (HandlerIndex index : all) {
            try {
                index.accept(visitor);
            } catch (LinkageError failure) {
                throw new IllegalStateException(
                        "A class that the handler index " + index.getClass().getName()
                                + " names cannot be loaded: " + failure.getMessage()
                                + ". Put it on the class path, or compile the index anew.",
                        failure);
            }
        }
    }

    private static boolean hasNext(Iterator<HandlerIndex> found, List<Throwable> broken) {
        try {
            return found.hasNext();
        } catch (ServiceConfigurationError failure) {
            broken.add(failure);
            return false;
        }
    }

    private static IllegalStateException unloadable(List<Throwable> broken) {
        StringBuilder message =
                new StringBuilder("Handler indexes cannot be loaded, so their handlers would be missing:");
        broken.forEach(failure -> message.append("\n- ").append(failure.getMessage()));
        IllegalStateException exception = new IllegalStateException(
                message.append("\nCompile their modules anew, or take them off the class path.")
                        .toString(),
                broken.get(0));
        broken.stream().skip(1).forEach(exception::addSuppressed);
        return exception;
    }
}
