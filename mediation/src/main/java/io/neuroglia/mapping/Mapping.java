package io.neuroglia.mapping;

import java.util.Objects;
import java.util.function.Function;

/** How one class is mapped to another. */
record Mapping<S, T>(Class<S> sourceType, Class<T> targetType, Function<? super S, ? extends T> function) {
    Mapping {
        Objects.requireNonNull(sourceType, "sourceType");
        Objects.requireNonNull(targetType, "targetType");
        Objects.requireNonNull(function, "function");
    }

    /**
     * Maps an object.
     *
     * @param source an instance of the source type
     */
    T map(Object source) {
        T target = function.apply(sourceType.cast(source));
        if (target == null) {
            throw new IllegalStateException("The mapping from " + this + " answered null. Answer an object, or let the"
                    + " caller decide what to do without a source.");
        }
        return target;
    }

    boolean mapsFrom(Class<?> type) {
        return sourceType.isAssignableFrom(type);
    }

    boolean isSamePairAs(Mapping<?, ?> other) {
        return sourceType == other.sourceType && targetType == other.targetType;
    }

    /** The pair, in words. */
    @Override
    public String toString() {
        return sourceType.getName() + " to " + targetType.getName();
    }
}
