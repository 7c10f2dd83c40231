package io.neuroglia.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes an object of one class from an object of another. It uses the mapping that is declared for the source's own
 * class; if there is none, that for the nearest supertype: the one that extends or implements all others that fit. The
 * target is always the exact class that is asked for. Nothing is looked up by reflection. Thread-safe; made once.
 *
 * <p>Null is not mapped: neither a source nor what a mapping answers may be null. What may be missing is an
 * {@link java.util.Optional}: {@code found.map(mapper.to(UserDto.class))}.
 *
 * @since 0.1
 */
public interface Mapper {
    /**
     * Starts the set-up of a mapper.
     *
     * @return a new builder
     */
    static MapperBuilder builder() {
        return new MapperBuilder();
    }

    /**
     * Maps one object.
     *
     * @param source the object
     * @param targetType the class to make
     * @param <T> the target
     * @return what the mapping made, never null
     * @throws MissingMappingException if no mapping fits, naming those that nearly do
     * @throws IllegalStateException if several fit and none is nearest, or the mapping answered null
     */
    <T> T map(Object source, Class<T> targetType);

    /**
     * Maps all objects of a collection, in its order.
     *
     * @param sources the objects, of one class or of several
     * @param targetType the class to make
     * @param <T> the target
     * @return an unmodifiable list of the same size
     * @throws MissingMappingException if no mapping fits one of them
     * @throws IllegalStateException as {@link #map(Object, Class)} does
     */
    default <T> List<T> mapAll(Collection<?> sources, Class<T> targetType) {
        return sources.stream().map(to(targetType)).toList();
    }

    /**
     * The mapping to a class as a function, for streams and optionals.
     *
     * @param targetType the class to make
     * @param <T> the target
     * @return calls {@link #map(Object, Class)}
     */
    default <T> Function<Object, T> to(Class<T> targetType) {
        Objects.requireNonNull(targetType, "targetType");
        return source -> map(source, targetType);
    }
}
